package dev.threadline.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A parsed JSON value; immutable, number literals kept as the text that arrived.
///
/// Objects keep the order of their keys. Of a key that stands twice the last value counts. Safe for any thread.
public sealed interface JsonValue {
    /// An object; `members` in the order of the text.
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {
        /// The member with this name, or null where the object has none.
        public @Nullable JsonValue get(String name) {
            return members.get(name);
        }
    }

    /// An array.
    record JsonArray(List<JsonValue> items) implements JsonValue {}

    /// A text, unescaped; may hold half a surrogate pair.
    record JsonString(String value) implements JsonValue {}

    /// A number as its literal: `1.0`, `-0.0`, `1e400` and `9007199254740993` stay what they are.
    record JsonNumber(String literal) implements JsonValue {}

    /// True or false.
    record JsonBoolean(boolean value) implements JsonValue {}

    /// The literal null.
    enum JsonNull implements JsonValue {
        /// The only one there is.
        NULL
    }

    /// The value at a pointer below this one, or null where nothing stands there.
    default @Nullable JsonValue at(JsonPointer pointer) {
        JsonValue here = this;
        for (String token : pointer.tokens()) {
            JsonValue next = switch (here) {
                case JsonObject object -> object.get(token);
                case JsonArray array -> item(array, token);
                default -> null;
            };
            if (next == null) {
                return null;
            }
            here = next;
        }
        return here;
    }

    private static @Nullable JsonValue item(JsonArray array, String token) {
        if (token.isEmpty() || token.length() > 9 || !token.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int index = Integer.parseInt(token);
        return index < array.items().size() ? array.items().get(index) : null;
    }
}
