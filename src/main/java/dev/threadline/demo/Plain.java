package dev.threadline.demo;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNull;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Graph states as plain Java (maps, lists, texts, numbers, booleans) and as JSON.
final class Plain {
    /// The members of a message as the Python server orders them; a graph's memory keeps no order.
    private static final List<String> MESSAGE = List.of(
            "content",
            "additional_kwargs",
            "response_metadata",
            "type",
            "name",
            "id",
            "tool_call_id",
            "artifact",
            "status",
            "tool_calls",
            "invalid_tool_calls",
            "usage_metadata");

    private Plain() {}

    /// A JSON object from names and values in turn; values may be plain Java.
    static JsonObject object(@Nullable Object... namesAndValues) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(String.valueOf(namesAndValues[i]), json(namesAndValues[i + 1]));
        }
        return new JsonObject(members);
    }

    /// The same object with one more member at its end, or a replaced one.
    static JsonObject with(JsonObject object, String name, @Nullable Object value) {
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.put(name, json(value));
        return new JsonObject(members);
    }

    /// Both objects in one; the second one's members win.
    static JsonObject merged(JsonObject first, JsonObject second) {
        Map<String, JsonValue> members = new LinkedHashMap<>(first.members());
        members.putAll(second.members());
        return new JsonObject(members);
    }

    /// Plain Java as JSON; what is neither map, collection, number nor boolean becomes its text.
    static JsonValue json(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNull.NULL;
            case JsonValue json -> json;
            case String text -> new JsonString(text);
            case Boolean bool -> new JsonBoolean(bool);
            case Double number when !Double.isFinite(number) -> JsonNull.NULL;
            case Number number -> new JsonNumber(number.toString());
            case Map<?, ?> map -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                if (map.containsKey("content") && map.containsKey("type")) {
                    MESSAGE.stream().filter(map::containsKey).forEach(name -> members.put(name, JsonNull.NULL));
                }
                map.forEach((name, member) -> members.put(String.valueOf(name), json(member)));
                yield new JsonObject(members);
            }
            case Collection<?> items -> array(items);
            default -> new JsonString(value.toString());
        };
    }

    static JsonArray array(Collection<?> items) {
        List<JsonValue> array = new ArrayList<>();
        items.forEach(item -> array.add(json(item)));
        return new JsonArray(array);
    }

    /// JSON as plain Java, with whole numbers as `Long` where they fit, others as `BigDecimal` or `Double`.
    static @Nullable Object java(JsonValue value) {
        return switch (value) {
            case JsonNull nothing -> null;
            case JsonString text -> text.value();
            case JsonBoolean bool -> bool.value();
            case JsonNumber number -> number(number.literal());
            case JsonArray array -> {
                List<@Nullable Object> items = new ArrayList<>();
                array.items().forEach(item -> items.add(java(item)));
                yield items;
            }
            case JsonObject object -> map(object);
        };
    }

    static Map<String, @Nullable Object> map(JsonObject object) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, java(member)));
        return members;
    }

    private static Number number(String literal) {
        try {
            return Long.parseLong(literal);
        } catch (NumberFormatException fraction) {
            try {
                return literal.length() > 400 ? Double.parseDouble(literal) : new BigDecimal(literal);
            } catch (NumberFormatException notFinite) {
                return Double.parseDouble(literal);
            }
        }
    }
}
