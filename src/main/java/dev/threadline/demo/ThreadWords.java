package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Threads and their states as the API tells them (protocol, section 2.3).
final class ThreadWords {
    private ThreadWords() {}

    /// A copy as it is answered: without what its runs left behind.
    static JsonObject copied(GraphThread thread) {
        String made = Timestamps.text(thread.createdAt);
        return Plain.object(
                "thread_id",
                thread.id,
                "created_at",
                made,
                "updated_at",
                made,
                "state_updated_at",
                made,
                "metadata",
                thread.metadata(),
                "status",
                "idle",
                "config",
                Plain.object());
    }

    static JsonObject thread(GraphThread thread) {
        String updated = Timestamps.text(thread.updatedAt());
        GraphCheckpoint head = thread.head("");
        Map<String, List<JsonObject>> questions = new LinkedHashMap<>();
        if (head != null) {
            for (TaskState task : head.tasks()) {
                if (task.waits()) {
                    questions.put(
                            task.id,
                            task.interrupts.stream().map(ThreadWords::question).toList());
                }
            }
        }
        JsonObject known = Plain.object(
                "thread_id",
                thread.id,
                "created_at",
                Timestamps.text(thread.createdAt),
                "updated_at",
                updated,
                "state_updated_at",
                updated,
                "metadata",
                thread.metadata(),
                "status",
                thread.status(),
                "config",
                thread.graph() == null ? Plain.object() : Plain.object("configurable", Plain.object()));
        // What a run leaves behind is told when it has ended.
        List<GraphRun> ended =
                thread.runs().stream().filter(run -> run.status().ended()).toList();
        if (head == null || (ended.isEmpty() && !thread.active().isEmpty())) {
            return Plain.with(known, "values", null);
        }
        return Plain.merged(
                known,
                Plain.object(
                        "values",
                        values(thread, head),
                        "error",
                        ended.isEmpty() ? null : error(ended.getFirst()),
                        "interrupts",
                        questions));
    }

    private static @Nullable JsonObject error(GraphRun run) {
        return run.status() == RunStatus.INTERRUPTED
                ? Plain.object("error", "UserInterrupt", "message", "The run was cancelled.")
                : run.failure();
    }

    static JsonObject values(GraphThread thread, GraphCheckpoint checkpoint) {
        ServedGraph graph = thread.graph();
        Map<String, Object> state = checkpoint.values();
        if (graph == null) {
            return (JsonObject) Plain.json(state);
        }
        Map<String, Object> ordered = new LinkedHashMap<>();
        graph.order(state.keySet()).forEach(channel -> ordered.put(channel, state.get(channel)));
        return (JsonObject) Plain.json(ordered);
    }

    /// The state at a checkpoint; with null, that of a fresh thread.
    static JsonObject state(GraphThread thread, @Nullable GraphCheckpoint checkpoint, boolean subgraphs) {
        if (checkpoint == null) {
            return Plain.object(
                    "values", Plain.object(),
                    "next", List.of(),
                    "tasks", List.of(),
                    "metadata", null,
                    "created_at", null,
                    "checkpoint", null,
                    "parent_checkpoint", null,
                    "interrupts", List.of(),
                    "checkpoint_id", null,
                    "parent_checkpoint_id", null);
        }
        String parentId = checkpoint.parent();
        GraphCheckpoint parent = parentId == null ? null : thread.checkpoint(parentId);
        List<JsonObject> questions = new ArrayList<>();
        checkpoint.tasks().forEach(task -> task.interrupts.forEach(each -> questions.add(question(each))));
        return Plain.object(
                "values", values(thread, checkpoint),
                "next", checkpoint.next(),
                "tasks",
                        checkpoint.tasks().stream()
                                .map(task -> task(thread, checkpoint, task, subgraphs))
                                .toList(),
                "metadata", metadata(thread, checkpoint),
                "created_at", Timestamps.text(checkpoint.createdAt()),
                "checkpoint", place(thread, checkpoint),
                "parent_checkpoint", parent == null ? null : place(thread, parent),
                "interrupts", questions,
                "checkpoint_id", checkpoint.id(),
                "parent_checkpoint_id", parentId);
    }

    private static JsonObject metadata(GraphThread thread, GraphCheckpoint checkpoint) {
        // A client's own update belongs to no run.
        JsonObject origin = checkpoint.run().isEmpty()
                ? checkpoint.metadata()
                : Plain.with(checkpoint.metadata(), "run_id", checkpoint.run());
        return Plain.merged(
                origin,
                Plain.object(
                        "thread_id", thread.id,
                        "source", checkpoint.source(),
                        "step", checkpoint.step(),
                        "parents", checkpoint.parents()));
    }

    private static JsonObject task(GraphThread thread, GraphCheckpoint checkpoint, TaskState task, boolean subgraphs) {
        String namespace =
                (checkpoint.namespace().isEmpty() ? "" : checkpoint.namespace() + "|") + task.node + ":" + task.id;
        GraphCheckpoint inside = task.subgraph && task.result == null ? thread.head(namespace) : null;
        boolean unfolded = subgraphs && inside != null;
        return Plain.object(
                "id",
                task.id,
                "name",
                task.node,
                "path",
                List.of("__pregel_pull", task.node),
                "error",
                task.error,
                "interrupts",
                task.interrupts.stream().map(ThreadWords::question).toList(),
                "checkpoint",
                inside == null || unfolded ? null : Plain.object("thread_id", thread.id, "checkpoint_ns", namespace),
                "state",
                unfolded ? state(thread, inside, true) : null,
                "result",
                task.result);
    }

    /// A question without the schema that streams add.
    private static JsonObject question(JsonObject told) {
        return Plain.object("id", told.get("id"), "value", told.get("value"));
    }

    static JsonObject place(GraphThread thread, GraphCheckpoint checkpoint) {
        JsonObject place = Plain.object(
                "checkpoint_id", checkpoint.id(),
                "thread_id", thread.id,
                "checkpoint_ns", checkpoint.namespace());
        return checkpoint.namespace().isEmpty()
                ? place
                : Plain.with(place, "checkpoint_map", RunTelling.map(checkpoint));
    }
}
