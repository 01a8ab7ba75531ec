package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The events of mode `events`: what begins, streams and ends, each under its own name (protocol, section 4).
///
/// A failed task has no end, as on the real servers; the names carry no namespace, the metadata does.
final class RunCallbacks {
    private final GraphRun run;
    private final RunTelling telling;
    private final Map<String, Begun> begun = new ConcurrentHashMap<>();

    /// A task that has begun, by its own id: the id of its callbacks and what it was given.
    private record Begun(String id, JsonObject input) {}

    RunCallbacks(GraphRun run, RunTelling telling) {
        this.run = run;
        this.telling = telling;
    }

    void graphStarted(@Nullable JsonObject input) {
        graph("on_chain_start", Plain.object("input", input));
    }

    void graphEnded(JsonObject output) {
        graph("on_chain_end", Plain.object("output", output));
    }

    private void graph(String event, JsonObject data) {
        String name = run.order.assistant().graph().name();
        tell(event, data, name, List.of(), run.id, telling.threadMetadata(), List.of());
    }

    void taskStarted(String namespace, int step, TaskState task, JsonObject input) {
        begun.put(task.id, new Begun(Ids.ofRun(), input));
        task(namespace, step, task, "on_chain_start", Plain.object("input", input));
    }

    void taskDone(String namespace, int step, TaskState task, JsonObject output) {
        task(namespace, step, task, "on_chain_stream", Plain.object("chunk", output));
        Begun known = begun.get(task.id);
        JsonObject input = known == null ? Plain.object() : known.input();
        task(namespace, step, task, "on_chain_end", Plain.object("output", output, "input", input));
    }

    private void task(String namespace, int step, TaskState task, String event, JsonObject data) {
        JsonObject where = place(namespace, step, task.node, task.id);
        if (!namespace.isEmpty()) {
            where = Plain.with(where, "checkpoint_ns", outermost(namespace));
        }
        tell(
                event,
                data,
                task.node,
                List.of("graph:step:" + step),
                id(task.id),
                Plain.merged(telling.threadMetadata(), where),
                List.of(run.id));
    }

    /// Where a task stands, as the metadata of its callbacks and messages tell it.
    static JsonObject place(String namespace, int step, String node, String task) {
        return Plain.object(
                "langgraph_step",
                step,
                "langgraph_node",
                node,
                "langgraph_triggers",
                List.of("branch:to:" + node),
                "langgraph_path",
                List.of("__pregel_pull", node),
                "langgraph_checkpoint_ns",
                (namespace.isEmpty() ? "" : namespace + "|") + node + ":" + task);
    }

    /// The namespace of the outermost task that a namespace is in.
    static String outermost(String namespace) {
        return namespace.replaceFirst("\\|.*", "");
    }

    /// What a scripted model does: `on_chat_model_start`, `_stream` and `_end`.
    void model(String event, JsonObject data, String message, JsonObject metadata) {
        String place = metadata.get("langgraph_checkpoint_ns") instanceof JsonString text ? text.value() : "";
        String task = place.substring(place.lastIndexOf(':') + 1);
        String id = message.replace("lc_run--", "");
        tell(event, data, "ScriptedChatModel", List.of(), id, metadata, List.of(run.id, id(task)));
    }

    private String id(String task) {
        Begun known = begun.get(task);
        return known == null ? run.id : known.id();
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
