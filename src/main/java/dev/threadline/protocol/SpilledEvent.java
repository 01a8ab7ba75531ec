package dev.threadline.protocol;

import dev.threadline.json.Json;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An event whose data was too large to be held in memory and stands in a file instead.
///
/// @param receivedAt microseconds since the epoch when its last byte was read
/// @param id as in [WireEvent]
/// @param name as in [WireEvent]
/// @param file the whole data in UTF-8, secrets masked
/// @param bytes the file's length
/// @param head the data's beginning, a few thousand characters
/// @param masked whether a secret value was replaced
public record SpilledEvent(
        long receivedAt, @Nullable String id, String name, Path file, long bytes, String head, boolean masked) {
    /// An ordinary event in the place of this one: its data is a JSON object `{"__spilled__":{bytes, file, head}}`.
    public WireEvent standIn() {
        Map<String, dev.threadline.json.JsonValue> said = new LinkedHashMap<>();
        said.put("bytes", new JsonNumber(Long.toString(bytes)));
        said.put("file", new JsonString(file.toString()));
        said.put("head", new JsonString(head));
        JsonObject data = new JsonObject(Map.of("__spilled__", new JsonObject(said)));
        return new WireEvent(receivedAt, id, name, Json.write(data), masked);
    }
}
