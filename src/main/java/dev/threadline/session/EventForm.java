package dev.threadline.session;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import java.io.IOException;
import java.io.Reader;

/// A way to write events as text.
interface EventForm {
    /// Writes an event.
    void event(EventFacts facts, String data) throws IOException;

    /// Writes an event whose data is too large to be held.
    void event(EventFacts facts, Reader data) throws IOException;

    /// Says that an event is there whose data can't be read.
    void unreadable(EventFacts facts, String reason) throws IOException;

    /// Says that events may be missing.
    void gap(ConnectionEntry gap) throws IOException;
}
