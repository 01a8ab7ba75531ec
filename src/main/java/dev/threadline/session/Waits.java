package dev.threadline.session;

import java.time.Duration;

/// Waiting to the end, where an interrupt means: end sooner.
final class Waits {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Waits() {}

    /// Waits until a thread, if it was started, has ended; an interrupt or a long wait interrupts it.
    static void join(Thread thread) {
        while (thread.getState() != Thread.State.NEW && thread.isAlive()) {
            try {
                if (!thread.join(LONGEST)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                thread.interrupt();
            }
        }
    }
}
