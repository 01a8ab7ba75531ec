package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message of a scripted model, told word by word in the forms of the modes `messages-tuple` and `messages`.
public final class ScriptedMessage {
    private final NodeStream stream;
    private final String model;
    private final JsonObject metadata;
    private final String namespace;
    private final String id = "lc_run--" + Ids.ofRun();
    private final StringBuilder text = new StringBuilder();
    private final List<Map<String, Object>> calls = new ArrayList<>();
    private int words;
    private boolean begun;
    private boolean told;

    ScriptedMessage(NodeStream stream, String model, JsonObject metadata, String namespace) {
        this.stream = stream;
        this.model = model;
        this.metadata = metadata;
        this.namespace = namespace;
    }

    /// Says words one after the other, with a pause before each.
    ///
    /// @throws InterruptedException when the run is cancelled
    public ScriptedMessage say(String sentence, long pause) throws InterruptedException {
        boolean first = true;
        for (String word : sentence.split(" ", -1)) {
            stream.pause(pause);
            text(first && text.isEmpty() ? word : " " + word);
            first = false;
        }
        return this;
    }

    /// One chunk of text.
    void text(String chunk) {
        text.append(chunk);
        words++;
        tell(Plain.object("content", chunk), null);
    }

    /// Calls a tool.
    public ScriptedMessage call(String tool, Map<String, ?> arguments) {
        String call = "call_" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", tool);
        told.put("args", new LinkedHashMap<>(arguments));
        told.put("id", call);
        told.put("type", "tool_call");
        calls.add(told);
        words++;
        JsonObject part = Plain.object(
                "name",
                tool,
                "args",
                dev.threadline.json.Json.write(Plain.json(arguments)),
                "id",
                call,
                "index",
                calls.size() - 1,
                "type",
                "tool_call_chunk");
        tell(Plain.object("content", "", "tool_calls", List.of(told), "tool_call_chunks", List.of(part)), null);
        return this;
    }

    /// Ends the message and gives it as it stands in a state.
    ///
    /// @param inputTokens how long what it was asked was
    public Map<String, Object> end(int inputTokens) {
        Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("input_tokens", inputTokens);
        usage.put("output_tokens", words);
        usage.put("total_tokens", inputTokens + words);
        Map<String, Object> how = new LinkedHashMap<>();
        how.put("model_name", model);
        how.put("finish_reason", calls.isEmpty() ? "stop" : "tool_calls");
        tell(Plain.object("content", "", "response_metadata", how, "usage_metadata", usage), null);
        tell(Plain.object("content", ""), "last");
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("content", text.toString());
        whole.put("additional_kwargs", new LinkedHashMap<>());
        whole.put("response_metadata", how);
        whole.put("type", "ai");
        whole.put("name", null);
        whole.put("id", id);
        whole.put("tool_calls", new ArrayList<>(calls));
        whole.put("invalid_tool_calls", new ArrayList<>());
        whole.put("usage_metadata", usage);
        RunTelling telling = stream.telling();
        if (telling != null) {
            telling.callbacks().model("on_chat_model_end", Plain.object("output", whole), id, metadata);
        }
        return whole;
    }

    private void tell(JsonObject part, @Nullable String position) {
        RunTelling telling = stream.telling();
        if (telling == null) {
            return;
        }
        JsonObject chunk = Plain.merged(
                Plain.object(
                        "content",
                        "",
                        "additional_kwargs",
                        Plain.object(),
                        "response_metadata",
                        Plain.object(),
                        "type",
                        "AIMessageChunk",
                        "name",
                        null,
                        "id",
                        id,
                        "tool_calls",
                        List.of(),
                        "invalid_tool_calls",
                        List.of(),
                        "usage_metadata",
                        null,
                        "tool_call_chunks",
                        List.of(),
                        "chunk_position",
                        position),
                part);
        if (words == 1 && position == null && !begun) {
            begun = true;
            telling.callbacks().model("on_chat_model_start", Plain.object("input", Plain.object()), id, metadata);
        }
        telling.callbacks().model("on_chat_model_stream", Plain.object("chunk", chunk), id, metadata);
        telling.tell("messages-tuple", "messages", namespace, Plain.array(List.of(chunk, metadata)));
        if (position == null) {
            partial(telling, part);
        }
    }

    /// Mode `messages` tells the text so far each time; its events have no namespace.
    private void partial(RunTelling telling, JsonObject part) {
        if (words == 1 && !told) {
            told = true;
            telling.tell("messages", "messages/metadata", "", Plain.object(id, Plain.object("metadata", metadata)));
        }
        telling.tell(
                "messages",
                "messages/partial",
                "",
                Plain.array(List.of(Plain.object(
                        "content",
                        text.toString(),
                        "additional_kwargs",
                        Plain.object(),
                        "response_metadata",
                        part.members().getOrDefault("response_metadata", Plain.object()),
                        "type",
                        "ai",
                        "name",
                        null,
                        "id",
                        id,
                        "tool_calls",
                        new ArrayList<>(calls),
                        "invalid_tool_calls",
                        List.of(),
                        "usage_metadata",
                        part.get("usage_metadata")))));
    }
}
