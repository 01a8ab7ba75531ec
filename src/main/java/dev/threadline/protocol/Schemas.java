package dev.threadline.protocol;

import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.words.Words;
import org.jspecify.annotations.Nullable;

/// The JSON Schemas of an assistant, each null where the server has none (protocol, section 2.2).
///
/// @param input what a run takes
/// @param output what it ends with
/// @param state what its checkpoints hold
/// @param config values for `config.configurable`
/// @param context values for `context`
/// @param json the whole answer
public record Schemas(
        @Nullable JsonValue input,
        @Nullable JsonValue output,
        @Nullable JsonValue state,
        @Nullable JsonValue config,
        @Nullable JsonValue context,
        JsonObject json) {
    private static final Words WORDS = Words.of(Schemas.class);

    static Schemas read(JsonValue value) throws JsonFailure {
        Fields fields = Fields.of(value, WORDS.text("part.schemas"));
        return new Schemas(
                fields.value("input_schema"),
                fields.value("output_schema"),
                fields.value("state_schema"),
                fields.value("config_schema"),
                fields.value("context_schema"),
                fields.object());
    }
}
