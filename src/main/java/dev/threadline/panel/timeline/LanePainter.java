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
        for (int i = Math.max(0, track.firstEndingAt(f.axis().time(f.gutter() - 4)) - 1); i < track.size(); i++) {
            Execution bar = track.get(i);
            if (bar.start() > last) {
                break;
            }
            double right = f.end(bar);
            boolean failed = bar.state() == Execution.State.FAILED;
            boolean waits = bar.state() == Execution.State.WAITING;
            if (right - (failed ? failedTo : drawnTo) < 1 && !waits && bar != f.selected()) {
                continue;
            }
            drawnTo = right;
            failedTo = failed ? right : failedTo;
            double next = i + 1 < track.size() ? f.start(track.get(i + 1)) : Double.POSITIVE_INFINITY;
            double taken = BarPainter.draw(f, bar, y, waits ? right : blocked(f, right, next));
            if (waits) {
                right = WaitPainter.draw(f, bar, y, !bar.group() || row.folded());
            } else {
                NotePainter.draw(f, bar, taken, y);
            }
            if (bar == f.selected()) {
                ringX = f.start(bar);
                ringY = y;
                ringWidth = Math.max(right - ringX, 3);
            }
        }
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
