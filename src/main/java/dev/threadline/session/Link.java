package dev.threadline.session;

import org.jspecify.annotations.Nullable;

/// How a session hears its run at this moment: what a status bar shows.
///
/// A snapshot, to be asked for anew each time it is drawn ([Session#link]). Times are microseconds since the
/// epoch on this machine's clock.
public sealed interface Link {
    /// A stream was asked for and its headers are not there yet, or the run's end is being looked up.
    ///
    /// @param since when it was asked for
    record Joining(long since) implements Link {}

    /// Bytes arrive, or did a moment ago.
    ///
    /// @param lastByteAt when the last one arrived
    record Streaming(long lastByteAt) implements Link {}

    /// The stream is open, and for some time no event has come: a long step, or a connection that is dead.
    ///
    /// @param since when the last event, or a part of one, arrived
    /// @param runStatus the run's status as the server told it when it was asked, as on the wire (`running`,
    ///     `pending`, `success`); null while it has not been asked
    /// @param saidAt when it said so, 0 while it has not
    /// @param heartbeat when its last heartbeat came, 0 where it sends none
    record Quiet(long since, @Nullable String runStatus, long saidAt, long heartbeat) implements Link {
        /// Whether the server is known to be still at work on the run.
        public boolean running() {
            return "running".equals(runStatus) || "pending".equals(runStatus);
        }
    }

    /// The stream broke, and is joined again at a moment; [Session#reconnectNow] does not wait for it.
    ///
    /// @param attempt the number of the try to come, from 1
    /// @param attempts after how many fruitless ones it is given up
    /// @param at when
    /// @param why what went wrong, as a sentence
    record Waiting(int attempt, int attempts, long at, String why) implements Link {}

    /// Nothing more will be heard of this run.
    ///
    /// @param why why that is not the run's own end, as a sentence; null where the run ended
    record Ended(@Nullable String why) implements Link {}
}
