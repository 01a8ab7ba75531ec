package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonObject;
import java.util.ArrayList;

/// A run's request as the API tells it back: what was asked and what was filled in (protocol, section 2.4).
///
/// @param metadata as it stands in the run's config
record RunWords(GraphRun run, JsonObject metadata) {
    JsonObject kwargs() {
        RunOrder order = run.order;
        JsonObject body = order.body();
        return Plain.object(
                "input",
                order.input(),
                "command",
                Request.value(body, "command"),
                "config",
                config(),
                "context",
                order.context(),
                "stream_mode",
                new ArrayList<>(order.modes()),
                "interrupt_before",
                Request.value(body, "interrupt_before"),
                "interrupt_after",
                Request.value(body, "interrupt_after"),
                "webhook",
                Request.value(body, "webhook"),
                "feedback_keys",
                Request.value(body, "feedback_keys"),
                "temporary",
                run.thread.temporary,
                "subgraphs",
                order.subgraphs(),
                "resumable",
                order.resumable(),
                "checkpoint_during",
                true,
                "durability",
                "async");
    }

    private JsonObject config() {
        RunOrder order = run.order;
        JsonObject own = Plain.object(
                "run_id",
                run.id,
                "thread_id",
                run.thread.id,
                "graph_id",
                order.assistant().graph().name(),
                "assistant_id",
                order.assistant().id());
        return Plain.merged(
                order.config(), Plain.object("configurable", Plain.merged(order.context(), own), "metadata", metadata));
    }
}
