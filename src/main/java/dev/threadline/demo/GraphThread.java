package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonObject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A thread: its checkpoints, a tree for each namespace, and its runs. Safe for any thread.
final class GraphThread {
    final String id;
    final OffsetDateTime createdAt;
    /// Whether it is forgotten when its run has ended.
    volatile boolean temporary;
    private OffsetDateTime updatedAt;
    private JsonObject metadata;
    private @Nullable ServedGraph graph;
    private final Map<String, GraphCheckpoint> checkpoints = new LinkedHashMap<>();
    private final Map<String, String> heads = new HashMap<>();
    private final Map<String, GraphRun> runs = new LinkedHashMap<>();

    GraphThread(String id, JsonObject metadata) {
        this.id = id;
        this.metadata = metadata;
        createdAt = Timestamps.now();
        updatedAt = createdAt;
    }

    synchronized OffsetDateTime updatedAt() {
        return updatedAt;
    }

    synchronized JsonObject metadata() {
        return metadata;
    }

    synchronized void merge(JsonObject more) {
        metadata = Plain.merged(metadata, more);
        updatedAt = Timestamps.now();
    }

    synchronized void touch() {
        updatedAt = Timestamps.now();
    }

    /// The graph of its last run, or null before the first.
    synchronized @Nullable ServedGraph graph() {
        return graph;
    }

    synchronized void graph(ServedGraph used) {
        graph = used;
    }

    /// Adds a checkpoint as the newest of its namespace.
    synchronized void add(GraphCheckpoint checkpoint) {
        checkpoints.put(checkpoint.id(), checkpoint);
        heads.put(checkpoint.namespace(), checkpoint.id());
        updatedAt = checkpoint.createdAt();
    }

    /// The newest checkpoint of a namespace on the branch that is worked on, or null.
    synchronized @Nullable GraphCheckpoint head(String namespace) {
        String head = heads.get(namespace);
        return head == null ? null : checkpoints.get(head);
    }

    /// Goes on from an earlier checkpoint: what is written next becomes its child.
    synchronized void rewind(GraphCheckpoint to) {
        heads.put(to.namespace(), to.id());
    }

    synchronized @Nullable GraphCheckpoint checkpoint(String checkpointId) {
        return checkpoints.get(checkpointId);
    }

    /// All checkpoints of a namespace, newest first.
    synchronized List<GraphCheckpoint> history(String namespace) {
        List<GraphCheckpoint> history = new ArrayList<>();
        for (GraphCheckpoint checkpoint : checkpoints.values()) {
            if (checkpoint.namespace().equals(namespace)) {
                history.add(checkpoint);
            }
        }
        Collections.reverse(history);
        return history;
    }

    synchronized void add(GraphRun run) {
        runs.put(run.id, run);
        updatedAt = Timestamps.now();
    }

    synchronized void remove(GraphRun run) {
        runs.remove(run.id);
    }

    synchronized @Nullable GraphRun run(String runId) {
        return runs.get(runId);
    }

    /// Its runs, newest first.
    synchronized List<GraphRun> runs() {
        List<GraphRun> newest = new ArrayList<>(runs.values());
        Collections.reverse(newest);
        return newest;
    }

    /// The runs that have not ended, oldest first.
    synchronized List<GraphRun> active() {
        return runs.values().stream().filter(run -> !run.status().ended()).toList();
    }

    /// `idle`, `busy`, `interrupted` or `error`.
    synchronized String status() {
        if (!active().isEmpty()) {
            return "busy";
        }
        GraphCheckpoint head = head("");
        if (head != null && head.tasks().stream().anyMatch(TaskState::failed)) {
            return "error";
        }
        return head != null && !head.tasks().isEmpty() ? "interrupted" : "idle";
    }

    /// A new thread with everything this one has but its runs.
    synchronized GraphThread copy(String copyId) {
        GraphThread copy = new GraphThread(copyId, metadata);
        copy.graph = graph;
        copy.checkpoints.putAll(checkpoints);
        copy.heads.putAll(heads);
        return copy;
    }
}
