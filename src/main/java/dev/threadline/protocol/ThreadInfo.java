package dev.threadline.protocol;

import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.words.Words;

/// A thread as its server lists it (protocol, section 2.3); for its state ask for [ThreadState].
///
/// @param threadId the thread's id
/// @param status `idle`, `busy`, `interrupted` or `error`, as on the wire
/// @param createdAt the server's clock, ISO 8601 as on the wire
/// @param updatedAt likewise
/// @param metadata what was attached to it
/// @param json the whole answer
public record ThreadInfo(
        String threadId, String status, String createdAt, String updatedAt, JsonObject metadata, JsonObject json) {
    private static final Words WORDS = Words.of(ThreadInfo.class);

    static ThreadInfo read(JsonValue value) throws JsonFailure {
        Fields fields = Fields.of(value, WORDS.text("part.thread"));
        return new ThreadInfo(
                fields.needed("thread_id"),
                fields.text("status"),
                fields.text("created_at"),
                fields.text("updated_at"),
                fields.child("metadata"),
                fields.object());
    }
}
