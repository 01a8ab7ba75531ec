package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.bsc.langgraph4j.GraphPath;
import org.bsc.langgraph4j.RunnableConfig;
import org.jspecify.annotations.Nullable;

/// What a node can tell while it works: custom events, tokens of a scripted model. For the thread of its node.
public final class NodeStream {
    static final String SPEED = "threadline.speed";

    private final @Nullable RunTasks tasks;
    private final GraphPath path;
    private final String node;
    private final double speed;
    private @Nullable ScriptedMessage streaming;

    NodeStream(@Nullable RunTasks tasks, GraphPath path, String node, double speed) {
        this.tasks = tasks;
        this.path = path;
        this.node = node;
        this.speed = speed;
    }

    /// The stream of the node that a config was given to; outside of a served run it tells nobody.
    public static NodeStream of(RunnableConfig config) {
        RunTasks tasks = (RunTasks) config.metadata(TaskHooks.TASKS).orElse(null);
        double speed = (Double) config.metadata(SPEED).orElse(1.0);
        return new NodeStream(tasks, config.graphPath(), config.nodeId(), speed);
    }

    /// Tells a custom event.
    public void custom(Map<String, ?> event) {
        if (tasks != null) {
            tasks.telling().tell("custom", tasks.namespace(path), Plain.json(event));
        }
    }

    /// Waits as long as a person finds natural, shortened by the speed that the run asked for.
    ///
    /// @throws InterruptedException when the run is cancelled
    public void pause(long millis) throws InterruptedException {
        Thread.sleep(Duration.ofNanos((long) (millis * 1_000_000 / speed)));
    }

    /// Begins a message of a model.
    public ScriptedMessage message(String model) {
        RunTasks.TaskPlace place = tasks == null ? null : tasks.place(path, node);
        JsonObject metadata = place == null || tasks == null ? Plain.object() : metadata(tasks, place, model);
        return new ScriptedMessage(this, model, metadata, place == null ? "" : place.namespace());
    }

    private JsonObject metadata(RunTasks known, RunTasks.TaskPlace place, String model) {
        JsonObject where = RunCallbacks.place(place.namespace(), place.step(), node, place.task());
        return Plain.merged(
                Plain.merged(known.telling().threadMetadata(), where),
                Plain.object(
                        "checkpoint_ns",
                        RunCallbacks.outermost(AssistantRoutes.text(where, "langgraph_checkpoint_ns")),
                        "ls_provider",
                        "scripted",
                        "ls_model_name",
                        model,
                        "ls_model_type",
                        "chat"));
    }

    @Nullable
    RunTelling telling() {
        return tasks == null ? null : tasks.telling();
    }

    /// A chunk of langgraph4j's own streaming.
    void chunk(String text) {
        ScriptedMessage message = streaming;
        if (message == null) {
            message = message("langgraph4j");
            streaming = message;
        }
        message.text(text);
    }
}
