package dev.threadline.server;

import java.util.List;
import java.util.random.RandomGenerator;

/// What goes wrong with one event stream on its way.
///
/// @param kind what
/// @param after from which byte of the body on, where the kind is about the body
public record Fault(Kind kind, long after) {
    /// What can go wrong.
    public enum Kind {
        /// The connection ends after a byte.
        CUT,
        /// The same after so many whole events.
        CUT_AFTER_EVENTS,
        /// The same behind the first byte of a character of several bytes.
        CUT_INSIDE_CHARACTER,
        /// The same a few bytes into the data of an event.
        CUT_INSIDE_EVENT,
        /// The connection is reset after a byte.
        RESET,
        /// The connection ends before anything of the answer has come.
        NO_HEADERS,
        /// A proxy answers in the server's place: 502.
        BAD_GATEWAY,
        /// The same as 503.
        UNAVAILABLE,
        /// The body comes three bytes at a time, then the connection ends.
        DRIP,
        /// Nothing comes any more after a byte, and the connection stays open.
        STALL;

        /// Whether it strikes before the answer's body.
        boolean atOnce() {
            return this == NO_HEADERS || this == BAD_GATEWAY || this == UNAVAILABLE;
        }
    }

    private static final List<Kind> ANY = List.of(
            Kind.CUT,
            Kind.CUT,
            Kind.CUT_INSIDE_CHARACTER,
            Kind.CUT_INSIDE_EVENT,
            Kind.RESET,
            Kind.NO_HEADERS,
            Kind.BAD_GATEWAY,
            Kind.UNAVAILABLE,
            Kind.DRIP,
            Kind.STALL);

    /// A fault by chance.
    ///
    /// @param within strikes at most so far into the body
    public static Fault random(RandomGenerator chance, long within) {
        return new Fault(ANY.get(chance.nextInt(ANY.size())), chance.nextLong(Math.max(1, within)));
    }
}
