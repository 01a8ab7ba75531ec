package dev.threadline.settings;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The members of an object in the file, read by name; one of another type than expected counts as missing.
record Members(JsonObject object) {
    /// No members.
    static final JsonObject NONE = new JsonObject(Map.of());

    /// The members of a value, none where it is no object.
    static Members of(@Nullable JsonValue value) {
        return new Members(value instanceof JsonObject object ? object : NONE);
    }

    String text(String name) {
        return object.get(name) instanceof JsonString text ? text.value() : "";
    }

    boolean truth(String name, boolean otherwise) {
        return object.get(name) instanceof JsonBoolean said ? said.value() : otherwise;
    }

    /// A number within bounds, or another one where there is none; one outside goes to the nearer bound.
    double number(String name, double least, double most, double otherwise) {
        if (!(object.get(name) instanceof JsonNumber number)) {
            return otherwise;
        }
        double value = Double.parseDouble(number.literal());
        return Double.isNaN(value) ? otherwise : Math.clamp(value, least, most);
    }

    /// The members that nobody here knows: they are written back as they were read.
    JsonObject without(List<String> known) {
        Map<String, JsonValue> rest = new LinkedHashMap<>(object.members());
        rest.keySet().removeAll(known);
        return new JsonObject(rest);
    }

    /// Known members followed by the rest.
    static JsonObject join(Map<String, JsonValue> known, JsonObject rest) {
        Map<String, JsonValue> all = new LinkedHashMap<>(known);
        all.putAll(rest.members());
        return new JsonObject(all);
    }

    static JsonNumber number(double value) {
        return new JsonNumber(
                value == Math.rint(value) && Math.abs(value) < 1e15
                        ? Long.toString((long) value)
                        : Double.toString(value));
    }
}
