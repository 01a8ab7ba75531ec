package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventKind;
import dev.threadline.protocol.WireEvent;

/// Reads the header facts of an event; total: any name and any data give facts, none is lost.
///
/// Payloads are passed over as a stream, never built. Safe for any thread (protocol, sections 3 to 5).
public final class EventDecoder {
    private EventDecoder() {}

    /// The facts of an event as it arrived.
    ///
    /// @param seq its position in the capture
    /// @param run the number of its run
    public static EventFacts decode(long seq, int run, WireEvent event) {
        return new EventFacts(
                seq,
                run,
                event.receivedAt(),
                event.id(),
                event.name(),
                EventKind.UNKNOWN,
                mode(event.name()),
                "",
                null,
                null,
                EventFacts.NO_STEP,
                EventFacts.NO_TIME,
                null,
                event.data().length(),
                0);
    }

    /// The mode in an event's name: all before the first `|`.
    static String mode(String name) {
        int bar = name.indexOf('|');
        return bar < 0 ? name : name.substring(0, bar);
    }
}
