package dev.threadline.session;

import dev.threadline.protocol.EventStream;

/// Waiting to the end, where an interrupt means: end sooner.
final class Waits {
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

    /// Waits until a thread, if it was started, has ended; an interrupt is passed on to it.
    static void join(Thread thread) {
        while (thread.getState() != Thread.State.NEW && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                thread.interrupt();
            }
        }
    }
}
