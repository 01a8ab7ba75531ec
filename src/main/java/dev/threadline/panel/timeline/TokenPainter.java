package dev.threadline.panel.timeline;

import dev.threadline.run.Execution;
import dev.threadline.run.LongSeries;
import dev.threadline.ui.theme.Role;
import javafx.scene.canvas.GraphicsContext;

/// Draws the tokens of a bar in its lowest 6 px: a tick each, columns of counts where they are dense; and the
/// flag of the first one.
final class TokenPainter {
    private static final double HIGHEST = 6;

    private TokenPainter() {}

    /// Draws what tokens a bar has; true where it drew some.
    static boolean draw(Frame f, Execution bar, double x, double y, double w) {
        LongSeries times = bar.tokenTimes();
        if (times.size() == 0) {
            return false;
        }
        f.g().setFill(f.hue(bar));
        double floor = y + Frame.BAR - 1.5;
        if (times.size() > w) {
            columns(f, times, x, w, floor);
        } else {
            ticks(f, times, x, w, floor);
        }
        flag(f, Math.clamp(f.axis().x(times.get(0)), x, x + w), y);
        return true;
    }

    /// Arrivals, so a late clock may put them before the bar: they stay inside.
    private static void ticks(Frame f, LongSeries times, double x, double w, double floor) {
        int last = first(times, f.axis().time(f.width()));
        for (int i = first(times, f.axis().time(f.gutter())); i < last; i++) {
            f.g().fillRect(Math.clamp(f.axis().x(times.get(i)), x, x + w), floor - 4, 1.5, 4);
        }
    }

    private static void columns(Frame f, LongSeries times, double x, double w, double floor) {
        double from = Math.floor(Math.max(x, f.gutter()));
        double to = Math.min(x + w, f.width());
        int most = 1;
        for (double at = from; at < to; at += 2) {
            most = Math.max(most, between(f, times, at));
        }
        for (double at = from; at < to; at += 2) {
            int count = between(f, times, at);
            if (count > 0) {
                double high = Math.max(1, HIGHEST * count / most);
                f.g().fillRect(at, floor - high, 2, high);
            }
        }
    }

    private static int between(Frame f, LongSeries times, double x) {
        return first(times, f.axis().time(x + 2)) - first(times, f.axis().time(x));
    }

    private static void flag(Frame f, double x, double y) {
        GraphicsContext g = f.g();
        g.setFill(f.color(Role.FG));
        g.fillRect(Math.rint(x) - 0.5, y - 2, 1, Frame.BAR + 2);
        double at = Math.rint(x);
        g.beginPath();
        g.moveTo(at - 3, y - 2);
        g.lineTo(at + 3, y - 2);
        g.lineTo(at, y + 2.5);
        g.closePath();
        g.fill();
    }

    /// The position of the first time at or after one.
    static int first(LongSeries times, long time) {
        int low = 0;
        int high = times.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times.get(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
