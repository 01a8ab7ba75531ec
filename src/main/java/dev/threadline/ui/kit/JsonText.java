package dev.threadline.ui.kit;

import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.util.Map;

/// JSON values and places as the short words of a tree. Pure.
public final class JsonText {
    private static final int LONGEST = 1000;
    private static final int PREVIEW = 120;

    private JsonText() {}

    /// A scalar as it is written, texts in quotes and cut after 1,000 characters; a container as `{4}` or `[2]`.
    public static String of(JsonValue value) {
        return switch (value) {
            case JsonObject object -> "{" + object.members().size() + "}";
            case JsonArray array -> "[" + array.items().size() + "]";
            case JsonString string -> quoted(string.value());
            case JsonNumber number -> number.literal();
            case JsonBoolean bool -> Boolean.toString(bool.value());
            case JsonValue.JsonNull nothing -> "null";
        };
    }

    /// A text in quotes on one line, cut after 1,000 characters.
    public static String quoted(String text) {
        return text.length() > LONGEST ? '"' + line(text.substring(0, LONGEST)) + "…" : '"' + line(text) + '"';
    }

    /// A text on one line: line feeds as arrows.
    public static String line(String text) {
        return text.replace("\r\n", "↵").replace('\n', '↵').replace('\t', ' ').replace('\r', ' ');
    }

    /// What a closed container holds, in at most about 120 characters; `""` for a scalar.
    public static String preview(JsonValue value) {
        StringBuilder out = new StringBuilder();
        switch (value) {
            case JsonObject object -> {
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    if (!next(out)) {
                        break;
                    }
                    out.append(member.getKey()).append(' ').append(brief(member.getValue()));
                }
            }
            case JsonArray array -> {
                for (JsonValue item : array.items()) {
                    if (!next(out)) {
                        break;
                    }
                    out.append(brief(item));
                }
            }
            default -> {
                // A scalar is its own preview.
            }
        }
        return out.toString();
    }

    private static boolean next(StringBuilder out) {
        if (out.length() > PREVIEW) {
            out.append(", …");
            return false;
        }
        if (!out.isEmpty()) {
            out.append(", ");
        }
        return true;
    }

    private static String brief(JsonValue value) {
        return value instanceof JsonString string && string.value().length() > 40
                ? '"' + line(string.value().substring(0, 40)) + "…\""
                : of(value);
    }

    /// A place as a path: `$.notes`, `$.items[0].id`, `$["a.b"]`; a token of digits is taken as an index.
    public static String path(JsonPointer pointer) {
        StringBuilder out = new StringBuilder("$");
        for (String token : pointer.tokens()) {
            if (token.matches("\\d+")) {
                out.append('[').append(token).append(']');
            } else if (token.matches("[\\p{L}_$][\\p{L}\\p{N}_$-]*")) {
                out.append('.').append(token);
            } else {
                out.append("[").append(quoted(token)).append(']');
            }
        }
        return out.toString();
    }
}
