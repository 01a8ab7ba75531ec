package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import org.jspecify.annotations.Nullable;

/// Puts all events on the server's clock: those without a server time stand where their id says that they were sent,
/// else at their arrival plus an offset.
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
        long told = told(event);
        if (told == EventFacts.NO_TIME) {
            return false;
        }
        firstServer = Math.min(firstServer, told);
        lastServer = Math.max(lastServer, told);
        long difference = told - event.receivedAt();
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
        long told = told(event);
        return told == EventFacts.NO_TIME ? event.receivedAt() + offset : told;
    }

    /// Whether an event's time is the server's word, which no later offset moves.
    static boolean tells(EventFacts event) {
        return told(event) != EventFacts.NO_TIME;
    }

    private static long told(EventFacts event) {
        return event.hasServerTime() ? event.serverTime() : EventIds.sent(event.id());
    }

    @Nullable
    Span span() {
        if (firstArrival == Long.MAX_VALUE) {
            return null;
        }
        return new Span(Math.min(firstServer, firstArrival + offset), Math.max(lastServer, lastArrival + offset));
    }
}
