package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The events of mode `events`: what begins, streams and ends, each under its own name (protocol, section 4).
///
/// A failed task has no end, as on the real servers; the names carry no namespace, the metadata does.
final class RunCallbacks {
    private final GraphRun run;
    private final RunTelling telling;

    RunCallbacks(GraphRun run, RunTelling telling) {
        this.run = run;
        this.telling = telling;
    }

    void graphStarted(@Nullable JsonObject input) {
        tell("on_chain_start", Plain.object("input", input), graph(), List.of(), run.id, telling.metadata(), List.of());
    }

    void graphEnded(JsonObject output) {
        tell("on_chain_end", Plain.object("output", output), graph(), List.of(), run.id, telling.metadata(), List.of());
    }

    private String graph() {
        return run.order.assistant().graph().name();
    }

    void taskStarted(String namespace, int step, TaskState task, JsonObject input) {
        task(namespace, step, task, "on_chain_start", Plain.object("input", input));
    }

    void taskDone(String namespace, int step, TaskState task, JsonObject output) {
        task(namespace, step, task, "on_chain_stream", Plain.object("chunk", output));
        task(namespace, step, task, "on_chain_end", Plain.object("output", output));
    }

    private void task(String namespace, int step, TaskState task, String event, JsonObject data) {
        tell(
                event,
                data,
                task.node,
                List.of("graph:step:" + step),
                task.id,
                Plain.merged(telling.metadata(), place(namespace, step, task.node, task.id)),
                List.of(run.id));
    }

    /// Where a task stands, as the metadata of its callbacks and messages tell it.
    static JsonObject place(String namespace, int step, String node, String task) {
        String own = (namespace.isEmpty() ? "" : namespace + "|") + node + ":" + task;
        return Plain.object(
                "langgraph_step", step,
                "langgraph_node", node,
                "langgraph_triggers", List.of("branch:to:" + node),
                "langgraph_path", List.of("__pregel_pull", node),
                "langgraph_checkpoint_ns", own,
                "checkpoint_ns", own);
    }

    /// What a scripted model does: `on_chat_model_start`, `_stream` and `_end`.
    void model(String event, JsonObject data, String message, JsonObject metadata) {
        tell(event, data, "ScriptedChatModel", List.of(), message.replace("lc_run--", ""), metadata, List.of(run.id));
    }

    private void tell(
            String event,
            JsonObject data,
            String name,
            List<String> tags,
            String id,
            JsonObject metadata,
            List<String> parents) {
        if (telling.wants("events")) {
            telling.unnamed(Plain.object(
                    "event", event,
                    "data", data,
                    "name", name,
                    "tags", tags,
                    "run_id", id,
                    "metadata", metadata,
                    "parent_ids", parents));
        }
    }
}
