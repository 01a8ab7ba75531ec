package dev.threadline.ui.join;

import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.protocol.RunInfo;
import dev.threadline.protocol.ServerInfo;
import dev.threadline.words.Words;
import org.jspecify.annotations.Nullable;

/// From where a run will be heard, in a sentence; pure.
final class Hearing {
    private static final Words WORDS = Words.of(Hearing.class);

    private Hearing() {}

    /// @param run as the server lists it, or null where only its ids are known
    static String of(@Nullable RunInfo run, ServerInfo.Kind server) {
        if (run == null) {
            return WORDS.text("hearing.unknown");
        }
        boolean kept = run.json().get("kwargs") instanceof JsonObject kwargs
                && kwargs.get("resumable") instanceof JsonBoolean resumable
                && resumable.value();
        if (kept) {
            return WORDS.text("hearing.start");
        }
        return server == ServerInfo.Kind.JS ? WORDS.text("hearing.unread") : WORDS.text("hearing.now");
    }
}
