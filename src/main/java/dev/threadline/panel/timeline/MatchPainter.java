package dev.threadline.panel.timeline;

import dev.threadline.run.Execution;
import dev.threadline.ui.kit.HitPlaces;
import dev.threadline.ui.theme.Role;

/// Marks where the matches of a search are: ticks in the minimap and above the lanes, and a veil over bars without one.
final class MatchPainter {
    private static final double WIDE = 2;

    private MatchPainter() {}

    /// Ticks in the minimap.
    static void minimap(Frame f) {
        Minimap map = Minimap.of(f);
        f.g().setFill(f.color(Role.CHANGED));
        ticks(f.search().places(), Frame.MINIMAP - 5, 4, f, map::x, map::time);
    }

    /// Ticks on the line above the lanes.
    static void strip(Frame f) {
        f.g().setFill(f.color(Role.CHANGED));
        ticks(
                f.search().places(),
                Frame.TOP - 4,
                3,
                f,
                time -> f.axis().x(time),
                x -> f.axis().time(x));
    }

    /// One tick a pixel, however many matches are there.
    private static void ticks(HitPlaces places, double y, double high, Frame f, ToX x, ToTime time) {
        int i = places.firstAt(time.of(f.gutter()));
        while (i < places.size()) {
            double at = Math.rint(x.of(places.time(i)));
            if (at > f.width()) {
                return;
            }
            f.g().fillRect(at, y, WIDE, high);
            i = Math.max(i + 1, places.firstAt(time.of(at + WIDE)));
        }
    }

    /// Dims a bar that has no match.
    static void veil(Frame f, Execution bar, double y, double right) {
        if (f.search().dims(bar)) {
            double x = f.start(bar) - 1;
            f.g().setGlobalAlpha(0.62);
            f.g().setFill(f.ground(bar.start()));
            f.g().fillRect(x, y - 2, right - x + 1, Frame.BAR + 3);
            f.g().setGlobalAlpha(1);
        }
    }

    private interface ToX {
        double of(long time);
    }

    private interface ToTime {
        long of(double x);
    }
}
