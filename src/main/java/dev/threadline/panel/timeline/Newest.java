package dev.threadline.panel.timeline;

import dev.threadline.run.RunStatus;
import dev.threadline.run.Span;
import dev.threadline.session.Recording;
import dev.threadline.ui.kit.OpenRun;
import java.util.function.LongSupplier;

/// The newest time known on the server's clock: where running bars end and open waits reach.
///
/// While a run is live here it goes on between events; a reopened recording stands still at its last event.
/// A wait goes on in quarters of a second.
final class Newest {
    private static final long WAITING = 250_000;

    private final OpenRun run;
    private final LongSupplier clock;
    private boolean seenLive;

    /// @param clock microseconds since the epoch, this machine's
    Newest(OpenRun run, LongSupplier clock) {
        this.run = run;
        this.clock = clock;
    }

    /// Whether events may still arrive here.
    boolean live() {
        Recording recording = run.recording();
        boolean live = !recording.runs().isEmpty() && !recording.status().ended() && !recording.readOnly();
        seenLive |= live;
        return live;
    }

    /// Microseconds, never before what an event told.
    long time() {
        Span span = run.executions().span();
        if (span == null) {
            return 0;
        }
        long now = clock.getAsLong() + run.executions().clockOffset();
        if (live()) {
            return Math.max(span.last(), now);
        }
        boolean waiting = seenLive && run.recording().status() == RunStatus.WAITING;
        return waiting ? Math.max(span.last(), now / WAITING * WAITING) : span.last();
    }
}
