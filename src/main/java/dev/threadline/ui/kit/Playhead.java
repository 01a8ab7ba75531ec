package dev.threadline.ui.kit;

import dev.threadline.capture.EventFacts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;

/// The moment that the panels of one run tab show. JavaFX thread only.
///
/// While it follows, it stays at the newest event; setting the time pins it.
public final class Playhead {
    private final LongProperty time = new SimpleLongProperty(this, "time", EventFacts.NO_TIME);
    private final LongProperty seq = new SimpleLongProperty(this, "seq", 0);
    private final BooleanProperty follow = new SimpleBooleanProperty(this, "follow", true);

    /// Microseconds on the server's clock, or [EventFacts#NO_TIME] before the first event.
    public LongProperty time() {
        return time;
    }

    /// The last event at or before the moment, 0 before the first.
    public LongProperty seq() {
        return seq;
    }

    /// Whether it stays at the newest event.
    public BooleanProperty follow() {
        return follow;
    }

    /// Pins it to a moment and the last event at or before it.
    public void pin(long newTime, long newSeq) {
        follow.set(false);
        time.set(newTime);
        seq.set(newSeq);
    }
}
