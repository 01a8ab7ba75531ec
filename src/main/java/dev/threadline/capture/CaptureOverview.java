package dev.threadline.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a list says of a capture: read from its small tables and a few dozen facts, never from payloads.
///
/// @param info whose work it holds
/// @param runs how many runs
/// @param events how many events
/// @param status the last run's, as [RunRecord#status]; empty where there is no run
/// @param error what the server said of the last run's failure, its beginning; or null
/// @param questions how many questions the last run stopped at, as far as its last events tell
/// @param gaps how many places there are where events may be missing
/// @param startedAt when the first run began, microseconds since the epoch
/// @param endedAt when the last run ended, or its last event came
/// @param shape what the work looked like, from left to right
/// @param held whether a process writes it now; only looked at where the last run goes on
/// @param damage what is broken in the file, as a sentence, or null
public record CaptureOverview(
        CaptureInfo info,
        int runs,
        long events,
        String status,
        @Nullable String error,
        int questions,
        int gaps,
        long startedAt,
        long endedAt,
        List<Stretch> shape,
        boolean held,
        @Nullable String damage) {
    /// A part of the time in which one thing went on.
    ///
    /// @param from where it begins, as a share of the whole, 0 to 1
    /// @param to where it ends
    /// @param kind what went on
    /// @param node the node that worked, or null where another thing went on
    public record Stretch(
            double from, double to, Kind kind, @Nullable String node) {}

    /// What can go on in a stretch.
    public enum Kind {
        /// A node worked.
        WORK,
        /// The work waited for an answer.
        WAIT,
        /// A node failed.
        FAILED
    }

    /// How long the work took, in microseconds.
    public long length() {
        return Math.max(0, endedAt - startedAt);
    }
}
