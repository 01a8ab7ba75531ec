package dev.threadline.protocol;

import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The members of an answer, read by name; unknown ones are left alone, missing ones are empty unless needed.
record Fields(JsonObject object) {
    private static final Words WORDS = Words.of(Fields.class);

    /// Turns one JSON value into a record.
    interface Reader<T> {
        T read(JsonValue value) throws JsonFailure;
    }

    static Fields of(JsonValue value, String what) throws JsonFailure {
        if (value instanceof JsonObject object) {
            return new Fields(object);
        }
        throw new JsonFailure(WORDS.text("part.not-object", what), 1, 1);
    }

    /// Reads each item of an array.
    static <T> List<T> list(JsonValue value, String what, Reader<T> reader) throws JsonFailure {
        if (!(value instanceof JsonArray array)) {
            throw new JsonFailure(WORDS.text("part.not-array", what), 1, 1);
        }
        List<T> items = new ArrayList<>();
        for (JsonValue item : array.items()) {
            items.add(reader.read(item));
        }
        return List.copyOf(items);
    }

    String needed(String name) throws JsonFailure {
        String text = optional(name);
        if (text == null) {
            throw new JsonFailure(WORDS.text("part.missing", name), 1, 1);
        }
        return text;
    }

    String text(String name) {
        String text = optional(name);
        return text == null ? "" : text;
    }

    @Nullable
    String optional(String name) {
        return object.get(name) instanceof JsonString text ? text.value() : null;
    }

    int number(String name, int otherwise) {
        if (object.get(name) instanceof JsonNumber number) {
            try {
                return (int) Double.parseDouble(number.literal());
            } catch (NumberFormatException e) {
                return otherwise;
            }
        }
        return otherwise;
    }

    boolean flag(String name) {
        return object.get(name) instanceof JsonBoolean flag && flag.value();
    }

    /// The member as an object, an empty one where it is none.
    JsonObject child(String name) {
        return object.get(name) instanceof JsonObject child ? child : new JsonObject(Map.of());
    }

    /// The member, or null where it is missing or the literal null.
    @Nullable
    JsonValue value(String name) {
        JsonValue value = object.get(name);
        return value == JsonValue.JsonNull.NULL ? null : value;
    }

    /// The member's texts where it is an array.
    List<String> texts(String name) {
        return items(name).stream()
                .filter(JsonString.class::isInstance)
                .map(item -> ((JsonString) item).value())
                .toList();
    }

    /// The member's items where it is an array, else none.
    List<JsonValue> items(String name) {
        return object.get(name) instanceof JsonArray array ? array.items() : List.of();
    }
}
