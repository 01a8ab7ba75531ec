package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Reads the server's timestamps: ISO-8601, milliseconds with `Z` or microseconds with an offset (protocol, section 1).
final class ServerTime {
    private ServerTime() {}

    /// Microseconds since the epoch, or [EventFacts#NO_TIME] where the text is no time; without an offset it is UTC.
    static long micros(@Nullable String text) {
        if (text == null || text.length() < 16) {
            return EventFacts.NO_TIME;
        }
        try {
            int zone = Math.max(text.indexOf('+', 10), Math.max(text.indexOf('Z', 10), text.indexOf('-', 10)));
            OffsetDateTime time = zone < 0
                    ? LocalDateTime.parse(text.replace(' ', 'T')).atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text.replace(' ', 'T'));
            return Math.addExact(Math.multiplyExact(time.toEpochSecond(), 1_000_000L), time.getNano() / 1_000);
        } catch (DateTimeException | ArithmeticException e) {
            return EventFacts.NO_TIME;
        }
    }
}
