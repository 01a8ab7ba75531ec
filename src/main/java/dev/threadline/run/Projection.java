package dev.threadline.run;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;

/// A fold over the log: plain, single-threaded, knows no window.
///
/// A projection is fed each event once, in order. It reads facts only; what needs a payload is read later, elsewhere.
public interface Projection {
    /// Takes the next event.
    void accept(EventFacts event);

    /// Takes what is known of a run beside its events: that it began, or how it ended.
    ///
    /// @param run number of the run in the capture
    /// @param status what is known now
    default void status(int run, RunStatus status) {}

    /// Takes a line of the connection ledger: a gap, a break, an end.
    default void connection(ConnectionEntry entry) {}
}
