package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import org.jspecify.annotations.Nullable;

/// Puts all events on the server's clock: those without a server time stand at their arrival plus an offset.
///
/// The offset is estimated once, from the first event with a server time (protocol, section 5.4).
final class Clock {
    private boolean known;
    private long offset;
    private long firstArrival = Long.MAX_VALUE;
    private long lastArrival = Long.MIN_VALUE;
    private long firstServer = Long.MAX_VALUE;
    private long lastServer = Long.MIN_VALUE;

    /// Takes an event; true where it made the offset known.
    boolean learn(EventFacts event) {
        firstArrival = Math.min(firstArrival, event.receivedAt());
        lastArrival = Math.max(lastArrival, event.receivedAt());
        if (!event.hasServerTime()) {
            return false;
        }
        firstServer = Math.min(firstServer, event.serverTime());
        lastServer = Math.max(lastServer, event.serverTime());
        boolean first = !known;
        if (first) {
            offset = event.serverTime() - event.receivedAt();
            known = true;
        }
        return first;
    }

    long offset() {
        return offset;
    }

    long time(EventFacts event) {
        return event.hasServerTime() ? event.serverTime() : event.receivedAt() + offset;
    }

    @Nullable
    Span span() {
        if (firstArrival == Long.MAX_VALUE) {
            return null;
        }
        return new Span(Math.min(firstServer, firstArrival + offset), Math.max(lastServer, lastArrival + offset));
    }
}
