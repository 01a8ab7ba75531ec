package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonObject;
import java.time.OffsetDateTime;

/// A graph with the name and id that clients use: one for each graph, made at the start.
record Assistant(String id, ServedGraph graph, OffsetDateTime createdAt) {
    JsonObject json() {
        return Plain.object(
                "assistant_id",
                id,
                "graph_id",
                graph.name(),
                "config",
                Plain.object(),
                "context",
                Plain.object(),
                "metadata",
                Plain.object("created_by", "system"),
                "name",
                graph.name(),
                "created_at",
                Timestamps.text(createdAt),
                "updated_at",
                Timestamps.text(createdAt),
                "version",
                1,
                "description",
                graph.description().isEmpty() ? null : graph.description());
    }
}
