package dev.threadline.panel.event;

import dev.threadline.capture.Needle;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNull;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/// Finds the place in a JSON value where a text stands. Pure.
final class JsonSeek {
    private JsonSeek() {}

    /// The first member whose name, or value whose text holds it; null where it stands between values only.
    static @Nullable JsonPointer first(JsonValue value, Needle needle) {
        return first(value, needle, JsonPointer.ROOT);
    }

    private static @Nullable JsonPointer first(JsonValue value, Needle needle, JsonPointer at) {
        return switch (value) {
            case JsonObject object -> member(object, needle, at);
            case JsonArray array -> item(array, needle, at);
            case JsonString(String text) -> needle.in(text) ? at : null;
            case JsonNumber(String literal) -> needle.in(literal) ? at : null;
            case JsonBoolean _, JsonNull _ -> null;
        };
    }

    private static @Nullable JsonPointer member(JsonObject object, Needle needle, JsonPointer at) {
        for (var member : object.members().entrySet()) {
            JsonPointer here = at.child(member.getKey());
            JsonPointer found = needle.in(member.getKey()) ? here : first(member.getValue(), needle, here);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable JsonPointer item(JsonArray array, Needle needle, JsonPointer at) {
        for (int i = 0; i < array.items().size(); i++) {
            JsonPointer found = first(array.items().get(i), needle, at.child(Integer.toString(i)));
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
