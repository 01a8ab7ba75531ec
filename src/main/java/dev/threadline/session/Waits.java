package dev.threadline.session;

import dev.threadline.protocol.EventStream;
import java.time.Duration;

/// Waiting to the end, where an interrupt means: end sooner.
final class Waits {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Waits() {}

    /// Waits until a stream's listener has heard the end; an interrupt closes the stream.
    static void forEnd(EventStream stream) {
        while (true) {
            try {
                stream.await();
                return;
            } catch (InterruptedException e) {
                stream.close();
            }
        }
    }

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
