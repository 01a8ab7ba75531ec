package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import org.jspecify.annotations.Nullable;

/// Puts all events on the server's clock: those without a server time stand at their arrival plus an offset.
///
/// The offset is the largest difference of server time and arrival seen so far: that of the event which was delivered
/// with the least delay. The first event alone would not do: the JS server holds it back (protocol, section 5.4).
final class Clock {
    private boolean known;
    private long offset;
    private long shift;
    private long firstArrival = Long.MAX_VALUE;
    private long lastArrival = Long.MIN_VALUE;
    private long firstServer = Long.MAX_VALUE;
    private long lastServer = Long.MIN_VALUE;

    /// Takes an event; true where it changed the offset.
    boolean learn(EventFacts event) {
        firstArrival = Math.min(firstArrival, event.receivedAt());
        lastArrival = Math.max(lastArrival, event.receivedAt());
        if (!event.hasServerTime()) {
            return false;
        }
        firstServer = Math.min(firstServer, event.serverTime());
        lastServer = Math.max(lastServer, event.serverTime());
        long difference = event.serverTime() - event.receivedAt();
        if (known && difference <= offset) {
            return false;
        }
        known = true;
        shift = difference - offset;
        offset = difference;
        return shift != 0;
    }

    /// By how much the last change moved the offset; what stands at arrivals moves with it.
    long shift() {
        return shift;
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
