package dev.threadline.protocol;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The readable part of a refusal's body, whose form differs by server: plain text, `{"detail"}`, a list of issues.
final class ServerWords {
    private static final Words WORDS = Words.of(ServerWords.class);
    private static final int LONGEST = 600;

    private ServerWords() {}

    /// What the server said, or null where the body holds nothing for people.
    static @Nullable String of(String body) {
        String text = body.strip();
        if (text.isEmpty() || text.startsWith("<")) {
            return null;
        }
        try {
            String said = said(Json.parse(text));
            return said == null || said.isBlank() ? shortened(text) : shortened(said);
        } catch (JsonFailure notJson) {
            return shortened(text);
        }
    }

    private static @Nullable String said(JsonValue value) {
        return switch (value) {
            case JsonString text -> text.value();
            case JsonObject object -> said(object);
            case JsonArray issues ->
                issues.items().stream().map(ServerWords::issue).distinct().collect(Collectors.joining("; "));
            default -> null;
        };
    }

    private static @Nullable String said(JsonObject object) {
        for (String name : List.of("detail", "message", "error", "issues")) {
            JsonValue member = object.get(name);
            String said = member == null ? null : said(member);
            if (said != null) {
                return said;
            }
        }
        return null;
    }

    /// One issue of a validation: `stream_mode/0: Invalid enum value`.
    private static String issue(JsonValue value) {
        if (!(value instanceof JsonObject issue)) {
            return value instanceof JsonString text ? text.value() : Json.write(value);
        }
        String inner = innermost(issue);
        if (inner != null) {
            return inner;
        }
        List<String> place = new ArrayList<>();
        new Fields(issue).items(issue.get("loc") == null ? "path" : "loc").forEach(step -> {
            place.add(step instanceof JsonString text ? text.value() : Json.write(step));
        });
        String message = new Fields(issue).text(issue.get("msg") == null ? "message" : "msg");
        return place.isEmpty() ? message : String.join("/", place) + ": " + message;
    }

    /// A union's own message says nothing; the first of its alternatives does.
    private static @Nullable String innermost(JsonObject issue) {
        if (issue.get("unionErrors") instanceof JsonArray unions
                && !unions.items().isEmpty()
                && unions.items().getFirst() instanceof JsonObject first) {
            return said(first);
        }
        return null;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : WORDS.text("answer.shortened", text.substring(0, LONGEST), Integer.toString(text.length()));
    }
}
