package dev.threadline.session;

import java.time.Duration;

/// A patience for tests: the same rules, on a scale of milliseconds.
final class Fast {
    static final Patience PATIENCE = new Patience(
            6,
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofMillis(400),
            Duration.ofMillis(200),
            Duration.ofMillis(800),
            Duration.ofMillis(300),
            Duration.ZERO);

    private Fast() {}
}
