package dev.threadline.panel.timeline;

import dev.threadline.capture.EventFacts;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.theme.Role;
import java.util.Locale;

/// Draws the playhead: a line through the lanes, its time on a badge in the ruler.
final class PlayheadPainter {
    private PlayheadPainter() {}

    static void draw(Frame f) {
        if (f.head() == EventFacts.NO_TIME) {
            return;
        }
        double x = f.axis().x(f.head());
        if (x < f.gutter() - 1 || x > f.width() + 1) {
            return;
        }
        f.g().setFill(f.color(Role.ACCENT));
        f.down(x - 0.5, Frame.MINIMAP, f.height());
        String time = words(f.head() - f.origin());
        double wide = width(f);
        double left = left(f, wide);
        f.g().setFill(f.color(Role.ACCENT_EMPHASIS));
        f.g().fillRoundRect(left, 29, wide, 16, 6, 6);
        f.ink().center(f.type().badge(), f.color(Role.ON_EMPHASIS), time, left + wide / 2, 37);
    }

    /// How wide the badge is, 0 where there is none.
    static double width(Frame f) {
        return f.head() == EventFacts.NO_TIME
                ? 0
                : Math.max(58, Math.ceil(f.ink().width(f.type().badge(), words(f.head() - f.origin()))) + 16);
    }

    /// Its left edge.
    static double left(Frame f, double wide) {
        double wanted = f.head() == EventFacts.NO_TIME ? -1000 : f.axis().x(f.head()) - wide / 2;
        return wanted < f.gutter() - wide
                ? wanted
                : Math.clamp(Math.rint(wanted), f.gutter() + 1, Math.max(f.gutter() + 1, f.width() - wide));
    }

    /// Time since the origin: `910 ms`, `12.40 s`, `2:14.071`.
    static String words(long micros) {
        if (micros < 60_000_000) {
            return Figures.duration(Math.max(0, micros));
        }
        long millis = micros / 1000;
        return String.format(Locale.ROOT, "%d:%02d.%03d", millis / 60_000, millis / 1000 % 60, millis % 1000);
    }
}
