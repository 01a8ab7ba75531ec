package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one line that says what an event holds, for a list of events; pure.
public final class EventSummary {
    /// How many characters of a payload's head are enough.
    public static final int HEAD = 2048;

    /// How a piece of the line is drawn.
    public enum Role {
        /// Plain.
        NORMAL,
        /// What the eye should find.
        STRONG,
        /// What may be overlooked.
        MUTED,
        /// A JSON value or a piece of one.
        JSON,
        /// A failure.
        FAILED,
        /// A question to a human.
        WAITING
    }

    /// A piece of the line.
    ///
    /// @param text its text, on one line
    /// @param role how it is drawn
    public record Segment(String text, Role role) {}

    private EventSummary() {}

    /// The line for an event.
    ///
    /// @param head the begin of its payload; may end anywhere
    /// @param execution the execution that it belongs to, for durations, or null
    public static List<Segment> of(EventFacts facts, String head, @Nullable Execution execution) {
        return List.of(new Segment(head, Role.JSON));
    }
}
