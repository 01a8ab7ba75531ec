package dev.threadline.run;

import dev.threadline.run.StateHistory.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who wrote between two states: updates, each named by the task result that follows it, in order.
///
/// Each step is constant in time: a superstep can have a hundred thousand tasks.
final class Writes {
    private final List<Writer> all = new ArrayList<>();
    private final Set<String> tasks = new HashSet<>();
    private final Map<String, Deque<Integer>> unnamed = new HashMap<>();

    List<Writer> all() {
        return List.copyOf(all);
    }

    void update(String node, long seq) {
        unnamed.computeIfAbsent(node, name -> new ArrayDeque<>()).add(all.size());
        all.add(new Writer(node, null, seq));
    }

    /// Gives the oldest update of the node its task, or adds the result where no update tells of it.
    void result(String node, @Nullable String task, long seq) {
        if (task != null && !tasks.add(task)) {
            return;
        }
        Deque<Integer> waiting = unnamed.get(node);
        if (waiting == null || waiting.isEmpty()) {
            all.add(new Writer(node, task, seq));
        } else if (task != null) {
            int oldest = waiting.remove();
            all.set(oldest, new Writer(node, task, all.get(oldest).seq()));
        }
    }

    /// Adds what another wrote later.
    void addAll(Writes later) {
        for (Writer each : later.all) {
            if (each.task() == null) {
                update(each.node(), each.seq());
            } else {
                tasks.add(each.task());
                all.add(each);
            }
        }
    }
}
