package dev.threadline.protocol;

import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.words.Words;

/// A run as its server lists it (protocol, section 2.4).
///
/// @param runId the run's id
/// @param threadId its thread, empty where it has none
/// @param assistantId its assistant
/// @param status `pending`, `running`, `success`, `error`, `timeout` or `interrupted`, as on the wire
/// @param createdAt the server's clock, ISO 8601 as on the wire
/// @param updatedAt likewise
/// @param multitask the strategy for a busy thread
/// @param json the whole answer; `kwargs` repeats the request
public record RunInfo(
        String runId,
        String threadId,
        String assistantId,
        String status,
        String createdAt,
        String updatedAt,
        String multitask,
        JsonObject json) {
    private static final Words WORDS = Words.of(RunInfo.class);

    /// Whether the run waits or works.
    public boolean active() {
        return status.equals("pending") || status.equals("running");
    }

    static RunInfo read(JsonValue value) throws JsonFailure {
        Fields fields = Fields.of(value, WORDS.text("part.run"));
        return new RunInfo(
                fields.needed("run_id"),
                fields.text("thread_id"),
                fields.text("assistant_id"),
                fields.needed("status"),
                fields.text("created_at"),
                fields.text("updated_at"),
                fields.text("multitask_strategy"),
                fields.object());
    }
}
