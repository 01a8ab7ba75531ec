package dev.threadline.panel.events;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/// The text that a message event brings (protocol, section 4, `messages-tuple` and `messages`). Pure.
final class TokenText {
    private TokenText() {}

    /// The text of the first message in an event's data; `""` where it brings none.
    static String of(String data) {
        try {
            JsonValue value = Json.parse(data);
            JsonValue message = value instanceof JsonArray array && !array.items().isEmpty()
                    ? array.items().getFirst()
                    : value;
            return message instanceof JsonObject object ? content(object) : "";
        } catch (JsonFailure e) {
            return "";
        }
    }

    private static String content(JsonObject message) {
        String text = text(message.get("content"));
        return text.isEmpty() ? calls(message.get("tool_call_chunks")) : text;
    }

    private static String text(@Nullable JsonValue content) {
        return switch (content) {
            case JsonString string -> string.value();
            case JsonArray blocks -> {
                StringBuilder out = new StringBuilder();
                blocks.items().forEach(block -> out.append(text(block)));
                yield out.toString();
            }
            case JsonObject block -> text(block.get("text"));
            case null, default -> "";
        };
    }

    private static String calls(@Nullable JsonValue chunks) {
        StringBuilder out = new StringBuilder();
        if (chunks instanceof JsonArray array) {
            for (JsonValue chunk : array.items()) {
                if (chunk instanceof JsonObject call) {
                    String name = text(call.get("name"));
                    out.append(name).append(name.isEmpty() ? "" : " ").append(text(call.get("args")));
                }
            }
        }
        return out.toString();
    }
}
