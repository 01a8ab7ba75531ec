package dev.threadline.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All threads of a deployment, in memory. Safe for any thread.
final class Threads {
    /// So that a deployment that runs for weeks does not fill the memory: the oldest idle ones go first.
    private static final int MOST = 2_000;

    private final Map<String, GraphThread> threads = new LinkedHashMap<>();

    synchronized @Nullable GraphThread find(String id) {
        return threads.get(id);
    }

    GraphThread get(String id) throws ApiFailure {
        GraphThread thread = find(id);
        if (thread == null) {
            throw new ApiFailure(404, "Thread with ID " + id + " not found");
        }
        return thread;
    }

    /// Adds a thread, unless one with its id is there.
    synchronized boolean add(GraphThread thread) {
        if (threads.size() >= MOST) {
            threads.values().stream()
                    .filter(each -> each.active().isEmpty())
                    .findFirst()
                    .ifPresent(oldest -> threads.remove(oldest.id));
        }
        return threads.putIfAbsent(thread.id, thread) == null;
    }

    synchronized boolean remove(String id) {
        return threads.remove(id) != null;
    }

    /// All, newest first.
    synchronized List<GraphThread> all() {
        List<GraphThread> all = new ArrayList<>(threads.values());
        Collections.reverse(all);
        return all;
    }
}
