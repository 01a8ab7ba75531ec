package dev.threadline.capture;

import org.jspecify.annotations.Nullable;

/// One line of the connection ledger: what happened to the stream between two events.
///
/// @param run number of the run
/// @param afterSeq the last event before it, 0 for none
/// @param at microseconds since the epoch, this machine's clock
/// @param kind what happened
/// @param detail the rest in words: the id resumed from, the cut tail, the failure's sentence; null for none
public record ConnectionEntry(
        int run,
        long afterSeq,
        long at,
        Kind kind,
        @Nullable String detail) {
    /// What can happen to a stream.
    public enum Kind {
        /// The response's headers arrived.
        OPENED,
        /// A comment line arrived (`: heartbeat`).
        COMMENT,
        /// The body ended in good order.
        ENDED,
        /// The connection broke.
        CUT,
        /// Text of an event that the end of the body cut off.
        TAIL,
        /// Events may be missing here.
        GAP,
        /// The user closed the stream.
        CLOSED,
        /// The headers of a stream that goes on with a run arrived; after which event it was asked to.
        RESUMED,
        /// A try to go on failed; why.
        TRIED,
        /// Events before this line came again and are marked [EventFlag#DUPLICATE]; how many.
        DUPLICATE,
        /// Events before this line were not streamed: they are known from the thread's history, and marked
        /// [EventFlag#HISTORY]; how many.
        FILLED
    }
}
