package dev.threadline.panel.timeline;

import dev.threadline.run.Execution;
import dev.threadline.ui.theme.Role;

/// Draws the rows in view with their bars; bars of less than a pixel are drawn once a pixel.
final class LanePainter {
    private final StackPainter stacks = new StackPainter();
    private double ringX;
    private double ringY;
    private double ringWidth;

    void draw(Frame f) {
        ringWidth = -1;
        int first = Math.max(0, (int) (f.scroll() / LaneRow.HEIGHT));
        for (int i = first; i < f.rows().size() && f.y(i) < f.height(); i++) {
            LaneRow row = f.rows().get(i);
            f.g().setFill(f.color(Role.LINE_MUTED));
            f.across(f.gutter(), f.width(), f.y(i) + LaneRow.HEIGHT);
            if (row.stacked()) {
                stacks.draw(f, row, f.y(i) + 2);
            } else if (row.tracks().size() > 0) {
                track(f, row, row.tracks().get(Math.max(0, row.track())), f.y(i) + 2);
            }
        }
        if (ringWidth >= 0) {
            f.g().setStroke(f.color(Role.ACCENT));
            f.g().setLineWidth(1.6);
            f.g().strokeRoundRect(ringX - 2, ringY - 2, ringWidth + 4, Frame.BAR + 4, 9, 9);
        }
    }

    private void track(Frame f, LaneRow row, Track track, double y) {
        long last = f.axis().time(f.width() + 4);
        double drawnTo = Double.NEGATIVE_INFINITY;
        double failedTo = Double.NEGATIVE_INFINITY;
        int i = Math.max(0, track.firstEndingAt(f.axis().time(f.gutter() - 4)) - 1);
        while (i < track.size() && track.get(i).start() <= last) {
            Execution bar = track.get(i);
            double right = f.end(bar);
            boolean failed = bar.state() == Execution.State.FAILED;
            if (right - (failed ? failedTo : drawnTo) >= 1 || waits(bar) || bar == f.selected()) {
                double next = i + 1 < track.size() ? f.start(track.get(i + 1)) : Double.POSITIVE_INFINITY;
                bar(f, row, bar, y, blocked(f, right, next));
                drawnTo = right;
                failedTo = failed ? right : failedTo;
            }
            i = next(f, track, i + 1, drawnTo);
        }
    }

    private void bar(Frame f, LaneRow row, Execution bar, double y, double blocked) {
        double right = f.end(bar);
        double taken = BarPainter.draw(f, bar, y, waits(bar) ? right : blocked);
        if (waits(bar)) {
            right = WaitPainter.draw(f, bar, y, !bar.group() || row.folded());
        } else {
            NotePainter.draw(f, bar, taken, y);
        }
        MatchPainter.veil(f, bar, y, Math.max(right, taken));
        if (bar == f.selected()) {
            ringX = f.start(bar);
            ringY = y;
            ringWidth = Math.max(right - ringX, 3);
        }
    }

    /// The next bar that reaches into another pixel, or that must be seen in this one.
    private static int next(Frame f, Track track, int from, double drawnTo) {
        if (from >= track.size() || f.end(track.get(from)) - drawnTo >= 1) {
            return from;
        }
        int limit = track.firstEndingAt(f.axis().time(drawnTo + 1));
        for (int i = from; i < limit; i++) {
            Execution bar = track.get(i);
            if (bar.state() == Execution.State.FAILED || waits(bar) || bar == f.selected()) {
                return i;
            }
        }
        return Math.max(from, limit);
    }

    private static boolean waits(Execution bar) {
        return bar.state() == Execution.State.WAITING;
    }

    /// A label stops at the next bar and at a fold.
    private static double blocked(Frame f, double right, double next) {
        double blocked = next;
        TimeScale scale = f.axis().scale();
        for (int i = 0; i < scale.folds(); i++) {
            double fold = f.axis().x(scale.foldFrom(i));
            if (fold >= right - 1) {
                return Math.min(blocked, fold);
            }
        }
        return blocked;
    }
}
