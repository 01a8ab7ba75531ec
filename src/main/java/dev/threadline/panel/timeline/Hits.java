package dev.threadline.panel.timeline;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.Execution;
import org.jspecify.annotations.Nullable;

/// What lies under a point of the lanes.
final class Hits {
    private static final double SLACK = 2;

    private Hits() {}

    /// The row at a height, or -1.
    static int row(Frame f, double y) {
        if (y < Frame.TOP) {
            return -1;
        }
        int row = (int) ((y - Frame.TOP + f.scroll()) / LaneRow.HEIGHT);
        return row < f.rows().size() ? row : -1;
    }

    /// The execution whose bar or wait lies at a point, or null.
    static @Nullable Execution at(Frame f, double x, double y) {
        int index = row(f, y);
        if (index < 0 || x < f.gutter()) {
            return null;
        }
        LaneRow row = f.rows().get(index);
        if (row.track() != LaneRow.ALL) {
            return in(f, row.tracks().get(row.track()), x);
        }
        Execution found = null;
        for (int i = 0; i < row.tracks().size() && found == null; i++) {
            found = in(f, row.tracks().get(i), x);
        }
        return found;
    }

    private static @Nullable Execution in(Frame f, Track track, double x) {
        int near = track.firstEndingAt(f.axis().time(x - SLACK - 3));
        Execution best = null;
        double distance = SLACK;
        for (int i = Math.max(0, near - 1); i < track.size(); i++) {
            Execution bar = track.get(i);
            double left = f.start(bar);
            if (left - SLACK > x) {
                break;
            }
            double away = Math.max(left - x, x - right(f, bar));
            if (away <= distance) {
                best = bar;
                distance = Math.max(0, away);
            }
        }
        return best;
    }

    private static double right(Frame f, Execution bar) {
        double right = Math.max(f.end(bar), f.start(bar) + 3);
        if (bar.state() != Execution.State.WAITING) {
            return right;
        }
        return Math.max(right, WaitPainter.right(f, bar, f.waits().until(bar)));
    }

    /// The execution of a row that lies nearest to a time, or null.
    static @Nullable Execution nearest(LaneRow row, long time) {
        Execution best = null;
        long distance = Long.MAX_VALUE;
        for (int t = Math.max(0, row.track()); t < row.tracks().size(); t++) {
            Track track = row.tracks().get(t);
            int near = track.firstEndingAt(time);
            for (int i = Math.max(0, near - 1); i < Math.min(track.size(), near + 1); i++) {
                long away = away(track.get(i), time);
                if (away < distance) {
                    best = track.get(i);
                    distance = away;
                }
            }
            if (row.track() != LaneRow.ALL) {
                break;
            }
        }
        return best;
    }

    private static long away(Execution bar, long time) {
        if (time < bar.start()) {
            return bar.start() - time;
        }
        return bar.end() == EventFacts.NO_TIME || time <= bar.end() ? 0 : time - bar.end();
    }
}
