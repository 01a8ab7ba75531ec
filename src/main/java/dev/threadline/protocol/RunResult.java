package dev.threadline.protocol;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// What a run ended with, after waiting for it (protocol, section 2.4).
///
/// @param values the last values, or the whole answer where the run failed
/// @param error class name of the failure, or null
/// @param message what the server said of the failure, or null
public record RunResult(
        JsonValue values, @Nullable String error, @Nullable String message) {
    static RunResult read(JsonValue value) {
        if (value instanceof JsonObject object && object.get("__error__") instanceof JsonObject said) {
            Fields fields = new Fields(said);
            return new RunResult(value, fields.text("error"), fields.text("message"));
        }
        return new RunResult(value, null, null);
    }
}
