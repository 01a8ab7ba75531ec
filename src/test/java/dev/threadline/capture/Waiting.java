package dev.threadline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits for a condition, not for a time; the long limit only ends a test that would hang.
public final class Waiting {
    private Waiting() {}

    /// Returns when the condition holds.
    public static void until(Callable<Boolean> condition) throws Exception {
        long limit = System.nanoTime() + 60_000_000_000L;
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("the condition never held").isLessThan(limit);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
