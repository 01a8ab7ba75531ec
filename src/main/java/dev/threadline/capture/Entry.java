package dev.threadline.capture;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One thing to write into a capture.
sealed interface Entry {
    /// An event; `data` is null where its payload could not be kept.
    record Event(EventFacts facts, @Nullable String data) implements Entry {}

    /// An event whose payload is too large for memory and stands in a file, which is removed once it is written.
    record Large(EventFacts facts, Path file) implements Entry {}

    /// A run, as it stands now.
    record Run(RunRecord run) implements Entry {}

    /// A line of the connection ledger.
    record Ledger(ConnectionEntry line) implements Entry {}

    /// A side answer, in place of an older one of that name.
    record Side(Answer answer) implements Entry {}

    /// A rough count of the heap it holds, in bytes.
    default long weight() {
        return this instanceof Event event && event.data() != null
                ? event.data().length()
                : 0;
    }
}
