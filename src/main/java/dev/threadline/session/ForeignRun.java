package dev.threadline.session;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonNull;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.protocol.RunInfo;
import dev.threadline.protocol.RunRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A run that somebody else started, as the request that would start it (protocol, section 2.4).
final class ForeignRun {
    /// Fields of a request that a run's `kwargs` repeat, some under another name.
    private static final Map<String, String> KEPT =
            Map.of("subgraphs", "stream_subgraphs", "resumable", "stream_resumable");

    private static final List<String> FIELDS = List.of(
            "input",
            "command",
            "context",
            "stream_mode",
            "interrupt_before",
            "interrupt_after",
            "subgraphs",
            "resumable");

    private ForeignRun() {}

    /// The request as far as the server's answer tells it; `config` is left out, for servers add to it.
    static RunRequest request(RunInfo run) {
        Map<String, JsonValue> body = new LinkedHashMap<>();
        body.put("assistant_id", new JsonString(run.assistantId()));
        if (run.json().get("kwargs") instanceof JsonObject kwargs) {
            for (String field : FIELDS) {
                JsonValue value = kwargs.get(field);
                if (value != null && value != JsonNull.NULL) {
                    body.put(KEPT.getOrDefault(field, field), value);
                }
            }
        }
        return new RunRequest(new JsonObject(body));
    }
}
