package dev.threadline.panel.timeline;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.Execution;
import dev.threadline.ui.kit.Hatch;
import dev.threadline.ui.theme.Role;
import javafx.scene.paint.Color;

/// Draws all of time in one strip, nothing folded, with the visible part framed.
final class MinimapPainter {
    private static final double TOP = 4;
    private static final double ROOM = 20;
    private static final double LEAST = 1.5;

    private MinimapPainter() {}

    static void draw(Frame f, long from, long to) {
        Minimap map = Minimap.of(f);
        f.g().setFill(f.color(Role.BG_SUBTLE));
        f.g().fillRect(f.gutter(), 0, f.width() - f.gutter(), Frame.MINIMAP);
        f.g().setFill(f.color(Role.LINE_MUTED));
        f.across(f.gutter(), f.width(), Frame.MINIMAP);
        int rows = f.rows().size();
        double step = Math.min(2.4, ROOM / Math.max(1, rows));
        for (int i = 0; i < rows; i++) {
            LaneRow row = f.rows().get(i);
            for (int t = Math.max(0, row.track()); t < row.tracks().size(); t++) {
                track(f, map, row.tracks().get(t), TOP + i * step, Math.max(1, step * 0.8));
                if (row.track() != LaneRow.ALL) {
                    break;
                }
            }
        }
        frame(f, map, from, to);
        if (f.head() != EventFacts.NO_TIME) {
            f.g().setFill(f.color(Role.ACCENT));
            f.g().fillRect(map.x(f.head()) - 0.75, 1, 1.5, 26);
        }
    }

    private static void track(Frame f, Minimap map, Track track, double y, double high) {
        if (track.size() == 0) {
            return;
        }
        // All bars of a track are of one lane.
        Color hue = f.hue(track.get(0));
        double drawnTo = Double.NEGATIVE_INFINITY;
        int i = 0;
        while (i < track.size()) {
            Execution bar = track.get(i);
            double right = map.x(f.endTime(bar));
            boolean failed = bar.state() == Execution.State.FAILED;
            if (bar.state() == Execution.State.WAITING && bar.parent() == null) {
                wait(f, map, bar, right);
            }
            double x = Math.max(failed ? Double.NEGATIVE_INFINITY : drawnTo, map.x(bar.start()));
            f.g().setFill(failed ? f.color(Role.FAILED) : hue);
            f.g().fillRect(x, y, Math.max(LEAST, right - x), high);
            drawnTo = Math.max(right, x + LEAST);
            i = next(track, i + 1, map.time(drawnTo));
        }
    }

    /// The next bar that ends after a time, or that must be seen before.
    private static int next(Track track, int from, long time) {
        int limit = track.firstEndingAt(time);
        for (int i = from; i < limit; i++) {
            if (track.get(i).state() == Execution.State.FAILED || track.get(i).state() == Execution.State.WAITING) {
                return i;
            }
        }
        return Math.max(from, limit);
    }

    private static void wait(Frame f, Minimap map, Execution bar, double x) {
        long until = f.waits().until(bar);
        double right = map.x(until == EventFacts.NO_TIME ? f.now() : until);
        if (right - x > 2) {
            f.g().setGlobalAlpha(0.4);
            Hatch.draw(f.g(), f.color(Role.WAITING_MARK), 1.6, 8.5, true, x, 6, right - x, 16);
            f.g().setGlobalAlpha(1);
        }
    }

    private static void frame(Frame f, Minimap map, long from, long to) {
        double a = Math.max(f.gutter() + 4, map.x(from) - 4.5);
        double b = Math.min(f.width() - 4, map.x(to) + 4.5);
        f.g().setStroke(f.color(Role.LINE_CONTROL));
        f.g().setLineWidth(1);
        f.g().strokeRoundRect(Math.rint(a) + 0.5, 1.5, Math.max(8, Math.rint(b - a) - 1), 25, 6, 6);
        f.g().setFill(f.color(Role.LINE_CONTROL));
        f.g().fillRoundRect(Math.rint(a) - 1, 9, 3, 10, 3, 3);
        f.g().fillRoundRect(Math.max(Math.rint(b), Math.rint(a) + 8) - 2, 9, 3, 10, 3, 3);
    }
}
