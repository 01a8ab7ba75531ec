package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures of a capture, run by run and in all.
///
/// Single-threaded.
public final class RunSummary implements Projection {
    @Override
    public void accept(EventFacts event) {}

    /// A number that grows with every change.
    public int revision() {
        return 0;
    }

    /// The runs in order.
    public List<RunTotals> runs() {
        return List.of();
    }

    /// The run begun last, or null before the first.
    public @Nullable RunTotals current() {
        return null;
    }

    /// How many events of all runs.
    public int events() {
        return 0;
    }

    /// Bytes of all payloads.
    public long bytes() {
        return 0;
    }

    /// Gaps of all runs.
    public int gaps() {
        return 0;
    }

    /// Microseconds during which runs were at work, by arrival.
    public long active() {
        return 0;
    }

    /// Microseconds between the end of a run that stopped at a question and the begin of the next, by arrival.
    public long waited() {
        return 0;
    }
}
