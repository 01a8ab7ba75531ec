package dev.threadline.capture;

import org.jspecify.annotations.Nullable;

/// One thing to write into a capture.
sealed interface Entry {
    /// An event; `data` is null where its payload could not be kept.
    record Event(EventFacts facts, @Nullable String data) implements Entry {}

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
