package dev.threadline.json;

import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import java.util.IdentityHashMap;
import java.util.Map;

/// Hashes of JSON trees, each container's reckoned once, so that comparing at every level stays linear.
final class JsonHashes {
    private final IdentityHashMap<JsonValue, Long> known = new IdentityHashMap<>();

    /// Whether two values are equal; walks both only where their hashes are the same.
    boolean equal(JsonValue a, JsonValue b) {
        return of(a) == of(b) && a.equals(b);
    }

    /// The value's hash; equal values have equal hashes, whatever the order of keys.
    long of(JsonValue value) {
        return switch (value) {
            case JsonObject object -> remembered(object);
            case JsonArray array -> remembered(array);
            default -> mix(value.hashCode() * 31L + value.getClass().hashCode());
        };
    }

    private long remembered(JsonValue container) {
        Long hash = known.get(container);
        if (hash == null) {
            hash = mix(container instanceof JsonObject object ? members(object) : items((JsonArray) container));
            known.put(container, hash);
        }
        return hash;
    }

    private long members(JsonObject object) {
        long sum = 17;
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            sum += mix(member.getKey().hashCode() * 0x9E3779B97F4A7C15L + of(member.getValue()));
        }
        return sum;
    }

    private long items(JsonArray array) {
        long hash = 19;
        for (JsonValue item : array.items()) {
            hash = hash * 0x9E3779B97F4A7C15L + of(item);
        }
        return hash;
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 27);
    }
}
