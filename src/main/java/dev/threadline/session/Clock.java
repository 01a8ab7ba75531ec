package dev.threadline.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// This machine's clock in the unit of captures.
final class Clock {
    private Clock() {}

    /// Microseconds since the epoch.
    static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
