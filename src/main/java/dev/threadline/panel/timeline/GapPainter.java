package dev.threadline.panel.timeline;

import dev.threadline.run.Gap;
import dev.threadline.ui.theme.Role;

/// Draws the places where events may be missing: red ground between dashed edges, a question mark.
final class GapPainter {
    private static final double LEAST = 14;

    private GapPainter() {}

    static void draw(Frame f) {
        for (Gap gap : f.executions().gaps()) {
            double x = f.axis().x(gap.time());
            double a = Math.rint(x - LEAST / 2);
            if (a + LEAST < f.gutter() || a > f.width()) {
                continue;
            }
            f.g().setFill(f.color(Role.FAILED_GROUND));
            f.g().fillRect(a, Frame.TOP, LEAST, f.height() - Frame.TOP);
            f.g().setStroke(f.color(Role.FAILED));
            f.g().setLineWidth(1);
            f.g().setLineDashes(3, 2);
            f.g().strokeLine(a + 0.5, Frame.RULER, a + 0.5, f.height());
            f.g().strokeLine(a + LEAST - 0.5, Frame.RULER, a + LEAST - 0.5, f.height());
            f.g().setLineDashes();
        }
    }

    /// The question marks in the strip.
    static void marks(Frame f) {
        for (Gap gap : f.executions().gaps()) {
            double x = f.axis().x(gap.time());
            if (x > f.gutter() && x < f.width()) {
                f.g().setFill(f.color(Role.FAILED_GROUND));
                f.g().fillRect(Math.rint(x - LEAST / 2), Frame.RULER + 1, LEAST, Frame.TOP - Frame.RULER - 1);
                f.ink().center(f.type().strong(), f.color(Role.FAILED), "?", x, 59.5);
            }
        }
    }
}
