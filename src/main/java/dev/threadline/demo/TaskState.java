package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A task of a checkpoint: planned with it, then done, failed or waiting.
///
/// Written by the run's own threads, read by requests: each field is one volatile value.
final class TaskState {
    final String id;
    final String node;
    volatile @Nullable String error;
    volatile List<JsonObject> interrupts = List.of();
    volatile @Nullable JsonObject result;
    volatile boolean subgraph;

    /// What stands for the error of a task whose run was cancelled.
    static final String CANCELLED = "CancelledError()";

    /// Whether it waits at a question: one that was answered keeps it for the history.
    boolean waits() {
        return !interrupts.isEmpty() && result == null;
    }

    boolean failed() {
        String why = error;
        return why != null && !why.equals(CANCELLED);
    }

    TaskState(String id, String node) {
        this.id = id;
        this.node = node;
    }

    /// The same plan, nothing done yet.
    TaskState fresh() {
        TaskState copy = new TaskState(id, node);
        copy.subgraph = subgraph;
        return copy;
    }
}
