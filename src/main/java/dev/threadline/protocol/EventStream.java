package dev.threadline.protocol;

import java.time.Duration;

/// A stream of events in progress, on a virtual thread of its own.
///
/// Safe for any thread.
public interface EventStream extends AutoCloseable {
    /// Ends the stream; the listener hears [StreamEnd.ClosedByUs]. Does not wait and does nothing the second
    /// time.
    @Override
    void close();

    /// When the last byte arrived, in microseconds since the epoch; for a stall watch.
    long lastByteAt();

    /// Waits until the listener has heard the end.
    ///
    /// @throws InterruptedException when the waiting thread is interrupted; the stream goes on
    void await() throws InterruptedException;

    /// The same, for a while only.
    ///
    /// @return whether the listener has heard the end
    /// @throws InterruptedException when the waiting thread is interrupted; the stream goes on
    boolean await(Duration longest) throws InterruptedException;
}
