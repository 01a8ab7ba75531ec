package dev.threadline.demo;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNull;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request as the routes read it: path segments, query, header, and a body whose fields are checked when they are
/// read.
///
/// @param body as text, empty where there is none
record Request(
        String method,
        List<String> path,
        Map<String, String> query,
        String body,
        @Nullable String lastEventId) {
    private static final int DEEPEST = 200;

    JsonObject object() throws ApiFailure {
        if (body.isBlank()) {
            return Plain.object();
        }
        return required();
    }

    /// The body where one must be there.
    JsonObject required() throws ApiFailure {
        if (tooDeep(body)) {
            throw ApiFailure.unprocessable("The request body is nested deeper than " + DEEPEST + " levels");
        }
        try {
            if (Json.parse(body) instanceof JsonObject object && plainNumbers(object)) {
                return object;
            }
        } catch (JsonFailure e) {
            // Said below.
        }
        throw ApiFailure.unprocessable("Invalid JSON in request body");
    }

    /// Whether so many brackets are open at once that walking the value would need too large a stack.
    private static boolean tooDeep(String text) {
        int depth = 0;
        boolean inText = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inText) {
                i += c == '\\' ? 1 : 0;
                inText = c != '"';
            } else if (c == '"') {
                inText = true;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
            }
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }

    /// `NaN` and `Infinity` are read by our parser and are no JSON.
    private static boolean plainNumbers(JsonValue value) {
        return switch (value) {
            case JsonNumber number -> !number.literal().matches(".*[a-df-zA-DF-Z].*");
            case JsonArray array -> array.items().stream().allMatch(Request::plainNumbers);
            case JsonObject object -> object.members().values().stream().allMatch(Request::plainNumbers);
            default -> true;
        };
    }

    /// The id in a path segment.
    String id(int segment, String what) throws ApiFailure {
        String text = path.get(segment);
        return uuid(text).orElseThrow(() -> ApiFailure.unprocessable("Invalid " + what + " ID: must be a UUID"));
    }

    static Optional<String> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text).toString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean flag(String name) {
        String value = query.getOrDefault(name, "");
        return value.equalsIgnoreCase("true") || value.equals("1");
    }

    static @Nullable JsonValue value(JsonObject body, String name) {
        JsonValue value = body.get(name);
        return value == JsonNull.NULL ? null : value;
    }

    static @Nullable String text(JsonObject body, String name) throws ApiFailure {
        return switch (value(body, name)) {
            case null -> null;
            case JsonString text -> text.value();
            default -> throw wrong(name, "string");
        };
    }

    static String text(JsonObject body, String name, String otherwise) throws ApiFailure {
        String text = text(body, name);
        return text == null ? otherwise : text;
    }

    static boolean bool(JsonObject body, String name) throws ApiFailure {
        return switch (value(body, name)) {
            case null -> false;
            case JsonBoolean bool -> bool.value();
            default -> throw wrong(name, "boolean");
        };
    }

    static int whole(JsonObject body, String name, int otherwise, int least, int most) throws ApiFailure {
        JsonValue value = value(body, name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof JsonNumber number && number.literal().matches("-?\\d{1,9}")) {
            int whole = Integer.parseInt(number.literal());
            if (whole >= least && whole <= most) {
                return whole;
            }
            throw ApiFailure.unprocessable(whole + " is not between " + least + " and " + most + ": \"" + name + "\"");
        }
        throw wrong(name, "integer");
    }

    static JsonObject member(JsonObject body, String name) throws ApiFailure {
        return switch (value(body, name)) {
            case null -> Plain.object();
            case JsonObject object -> object;
            default -> throw wrong(name, "object");
        };
    }

    /// A text or a list of texts.
    static List<String> texts(JsonObject body, String name) throws ApiFailure {
        return switch (value(body, name)) {
            case null -> List.of();
            case JsonString text -> List.of(text.value());
            case JsonArray array -> {
                List<String> texts = new ArrayList<>();
                for (JsonValue item : array.items()) {
                    if (!(item instanceof JsonString text)) {
                        throw wrong(name, "array of strings");
                    }
                    texts.add(text.value());
                }
                yield texts;
            }
            default -> throw wrong(name, "string or array");
        };
    }

    static ApiFailure wrong(String name, String type) {
        return ApiFailure.unprocessable("\"" + name + "\" is not of type \"" + type + "\"");
    }
}
