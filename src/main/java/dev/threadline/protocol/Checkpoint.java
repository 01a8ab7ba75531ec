package dev.threadline.protocol;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// The name of a saved state (protocol, section 2.3).
///
/// @param threadId its thread, empty where the server does not repeat it
/// @param checkpointId the checkpoint's id
/// @param namespace of the subgraph it belongs to, empty for the root
/// @param json the whole object
public record Checkpoint(String threadId, String checkpointId, String namespace, JsonObject json) {
    static @Nullable Checkpoint read(@Nullable JsonValue value) {
        if (!(value instanceof JsonObject object) || !object.members().containsKey("checkpoint_id")) {
            return null;
        }
        Fields fields = new Fields(object);
        return new Checkpoint(
                fields.text("thread_id"), fields.text("checkpoint_id"), fields.text("checkpoint_ns"), object);
    }
}
