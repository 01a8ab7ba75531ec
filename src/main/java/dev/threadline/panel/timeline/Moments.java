package dev.threadline.panel.timeline;

import dev.threadline.run.EventLog;
import dev.threadline.ui.kit.OpenRun;

/// Which event belongs to a moment, and which moment to an event.
final class Moments {
    private static final int AHEAD = 256;

    private final OpenRun run;

    Moments(OpenRun run) {
        this.run = run;
    }

    /// Where an event stands on the server's clock.
    long time(int index) {
        return run.executions().time(run.log().facts(index));
    }

    /// The last event at or before a moment, or -1.
    ///
    /// Arrival finds the place; the server's own times just after it, which arrive late, move it on.
    int at(long time) {
        EventLog log = run.log();
        long arrival = time - run.executions().clockOffset();
        int low = 0;
        int high = run.folded() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (log.receivedAt(middle) <= arrival) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        int found = high;
        for (int i = high + 1; i < Math.min(run.folded(), high + 1 + AHEAD); i++) {
            if (time(i) <= time) {
                found = i;
            }
        }
        return found;
    }

    /// Pins the playhead to a moment.
    void pin(long time) {
        int index = at(time);
        run.playhead().pin(time, index < 0 ? 0 : run.log().seq(index));
    }

    /// Moves the playhead by events; it never moves against the direction.
    void step(int by, long shown) {
        int here = run.log().indexOf(run.playhead().seq().get());
        int next = Math.clamp((long) here + by, 0, Math.max(0, run.folded() - 1));
        if (run.folded() > 0) {
            long time = time(next);
            run.playhead()
                    .pin(
                            by > 0 ? Math.max(time, shown) : Math.min(time, shown),
                            run.log().seq(next));
        }
    }
}
