package dev.threadline.session;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import java.io.IOException;

/// A way to write events as text.
interface EventForm {
    /// Writes an event.
    void event(EventFacts facts, String data) throws IOException;

    /// Says that an event is there whose data can't be read.
    void unreadable(EventFacts facts, String reason) throws IOException;

    /// Says that events may be missing.
    void gap(ConnectionEntry gap) throws IOException;
}
