package dev.threadline.demo;

import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts what a run does into events of the modes that were asked for, in the Python server's forms (protocol, section
/// 4).
final class RunTelling {
    private final GraphRun run;
    private final RunOrder order;
    private final RunCallbacks callbacks;

    RunTelling(GraphRun run) {
        this.run = run;
        this.order = run.order;
        callbacks = new RunCallbacks(run, this);
    }

    /// What stands in the metadata of tasks and messages.
    JsonObject metadata() {
        return Plain.with(run.metadata(), "run_id", run.id);
    }

    /// What stands in the metadata of messages and callbacks.
    JsonObject threadMetadata() {
        return Plain.with(metadata(), "thread_id", run.thread.id);
    }

    /// Whether anybody asked for a mode.
    boolean wants(String mode) {
        return order.modes().contains(mode);
    }

    void tell(String mode, String namespace, JsonValue data) {
        if (wants(mode)) {
            send(mode, namespace, data);
        }
    }

    private void send(String name, String namespace, JsonValue data) {
        if (namespace.isEmpty()) {
            run.events.add(name, Json.write(data));
        } else if (order.subgraphs()) {
            run.events.add(name + "|" + namespace, Json.write(data));
        }
    }

    /// An event whose name is not its mode's, such as `messages/partial`.
    void tell(String mode, String name, String namespace, JsonValue data) {
        if (wants(mode)) {
            send(name, namespace, data);
        }
    }

    RunCallbacks callbacks() {
        return callbacks;
    }

    /// An event of mode `events`: its name carries no namespace.
    void unnamed(JsonObject data) {
        run.events.add("events", Json.write(data));
    }

    void started() {
        run.events.add("metadata", Json.write(Plain.object("run_id", run.id, "attempt", 1)));
        callbacks.graphStarted(order.input());
    }

    void failed(JsonObject error) {
        run.events.add("error", Json.write(error));
    }

    private void debug(String namespace, int step, String type, JsonObject payload) {
        OffsetDateTime now = Timestamps.now();
        tell(
                "debug",
                namespace,
                Plain.object("step", step, "timestamp", Timestamps.text(now), "type", type, "payload", payload));
    }

    /// A checkpoint was written, or is where a resumed run stands; its values first, unless it is an input.
    void checkpoint(GraphCheckpoint checkpoint, JsonObject values, @Nullable GraphCheckpoint parent) {
        String namespace = checkpoint.namespace();
        if (!checkpoint.source().equals("input")) {
            tell("values", namespace, values);
        }
        if (!wants("checkpoints") && !wants("debug")) {
            return;
        }
        JsonObject payload = Plain.object(
                "config",
                config(checkpoint),
                "parent_config",
                parent == null ? null : config(parent),
                "values",
                values,
                "metadata",
                Plain.object("source", checkpoint.source(), "step", checkpoint.step(), "parents", checkpoint.parents()),
                "next",
                checkpoint.next(),
                "tasks",
                checkpoint.tasks().stream()
                        .map(task -> planned(
                                task,
                                "state",
                                task.subgraph ? Plain.object("configurable", inside(checkpoint, task)) : null))
                        .toList());
        tell("checkpoints", namespace, payload);
        debug(
                namespace,
                checkpoint.step(),
                "checkpoint",
                Plain.merged(
                        payload,
                        Plain.object(
                                "tasks",
                                checkpoint.tasks().stream()
                                        .map(task -> task.subgraph
                                                ? planned(task, "checkpoint", inside(checkpoint, task))
                                                : planned(task, "state", null))
                                        .toList(),
                                "checkpoint",
                                place(checkpoint),
                                "parent_checkpoint",
                                parent == null ? null : place(parent))));
    }

    /// Where the graph that a task runs keeps its checkpoints.
    private JsonObject inside(GraphCheckpoint checkpoint, TaskState task) {
        String outer = checkpoint.namespace().isEmpty() ? "" : checkpoint.namespace() + "|";
        return Plain.object("thread_id", run.thread.id, "checkpoint_ns", outer + task.node + ":" + task.id);
    }

    private static JsonObject planned(TaskState task, String member, @Nullable JsonObject inside) {
        JsonObject json = Plain.object("id", task.id, "name", task.node, "interrupts", task.interrupts);
        String error = task.error;
        if (error != null) {
            json = Plain.with(json, "error", error);
        }
        return Plain.with(json, member, inside);
    }

    private JsonObject config(GraphCheckpoint checkpoint) {
        JsonObject configurable = Plain.object(
                "checkpoint_ns", checkpoint.namespace(),
                "run_id", run.id,
                "thread_id", run.thread.id,
                "graph_id", order.assistant().graph().name(),
                "assistant_id", order.assistant().id());
        if (!checkpoint.namespace().isEmpty()) {
            configurable = Plain.with(configurable, "checkpoint_map", map(checkpoint));
        }
        return Plain.object("configurable", Plain.with(configurable, "checkpoint_id", checkpoint.id()));
    }

    /// Where a checkpoint is, as states and histories tell it too.
    JsonObject place(GraphCheckpoint checkpoint) {
        JsonObject place = Plain.object(
                "checkpoint_id", checkpoint.id(),
                "thread_id", run.thread.id,
                "checkpoint_ns", checkpoint.namespace());
        return checkpoint.namespace().isEmpty() ? place : Plain.with(place, "checkpoint_map", map(checkpoint));
    }

    static Map<String, String> map(GraphCheckpoint checkpoint) {
        Map<String, String> map = new LinkedHashMap<>(checkpoint.parents());
        map.put(checkpoint.namespace(), checkpoint.id());
        return map;
    }

    void taskStarted(String namespace, int step, TaskState task, JsonObject input) {
        JsonObject payload = Plain.object(
                "id",
                task.id,
                "name",
                task.node,
                "input",
                input,
                "triggers",
                List.of("branch:to:" + task.node),
                "metadata",
                metadata());
        tell("tasks", namespace, payload);
        debug(namespace, step, "task", payload);
        callbacks.taskStarted(namespace, step, task, input);
    }

    void taskDone(String namespace, int step, TaskState task, JsonObject update) {
        callbacks.taskDone(namespace, step, task, update);
        tell("updates", namespace, Plain.object(task.node, update));
        taskEnded(namespace, step, task, update, null, List.of());
    }

    void taskFailed(String namespace, int step, TaskState task, JsonObject error) {
        taskEnded(namespace, step, task, Plain.object(), error, List.of());
    }

    /// A task stopped at a question; the values hold it too.
    void taskWaits(String namespace, int step, TaskState task, List<JsonObject> questions, JsonObject values) {
        tell("updates", namespace, Plain.object("__interrupt__", questions));
        tell("values", namespace, Plain.with(values, "__interrupt__", questions));
        taskEnded(namespace, step, task, Plain.object(), null, questions);
    }

    private void taskEnded(
            String namespace,
            int step,
            TaskState task,
            JsonObject result,
            @Nullable JsonObject error,
            List<JsonObject> interrupts) {
        JsonObject payload = Plain.object(
                "id", task.id, "name", task.node, "error", error, "result", result, "interrupts", interrupts);
        tell("tasks", namespace, payload);
        debug(namespace, step, "task_result", payload);
    }

    /// The run stopped before or after a node, as it was asked to.
    void stopped() {
        tell("updates", "", Plain.object("__interrupt__", new ArrayList<>()));
    }
}
