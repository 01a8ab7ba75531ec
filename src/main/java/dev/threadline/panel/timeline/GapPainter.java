package dev.threadline.panel.timeline;

import dev.threadline.run.Break;
import dev.threadline.ui.theme.Role;

/// Draws the times in which a run was not heard: where events may be missing, red ground between dashed edges and a
/// question mark; where nothing was lost, green ticks at the cut and where the stream goes on.
final class GapPainter {
    private static final double LEAST = 14;
    private static final double TICKS_APART = 6;
    private static final double STRIP = 59.5;

    private GapPainter() {}

    static void draw(Frame f) {
        for (Break each : f.breaks()) {
            double from = from(f, each);
            double to = to(f, each, LEAST);
            if (each.gap() == null || to < f.gutter() || from > f.width()) {
                continue;
            }
            f.g().setFill(f.color(Role.FAILED_GROUND));
            f.g().fillRect(from, Frame.TOP, to - from, f.height() - Frame.TOP);
            f.g().setStroke(f.color(Role.FAILED));
            f.g().setLineWidth(1);
            f.g().setLineDashes(3, 2);
            f.g().strokeLine(from + 0.5, Frame.RULER, from + 0.5, f.height());
            f.g().strokeLine(to - 0.5, Frame.RULER, to - 0.5, f.height());
            f.g().setLineDashes();
        }
    }

    /// The question marks and ticks in the strip.
    static void marks(Frame f) {
        for (Break each : f.breaks()) {
            if (each.gap() != null) {
                question(f, from(f, each), to(f, each, LEAST));
            } else if (each.again()) {
                ticks(f, from(f, each), to(f, each, TICKS_APART));
            }
        }
    }

    private static void question(Frame f, double from, double to) {
        double middle = (from + to) / 2;
        if (to > f.gutter() && from < f.width()) {
            f.g().setFill(f.color(Role.FAILED_GROUND));
            f.g().fillRect(from, Frame.RULER + 1, to - from, Frame.TOP - Frame.RULER - 1);
            f.ink().center(f.type().strong(), f.color(Role.FAILED), "?", middle, STRIP);
        }
    }

    private static void ticks(Frame f, double from, double to) {
        if (to < f.gutter() || from > f.width()) {
            return;
        }
        f.g().setFill(f.color(Role.BG));
        f.g().fillRect(from - 2, Frame.RULER + 1, to - from + 4, Frame.TOP - Frame.RULER - 1);
        f.g().setFill(f.color(Role.DONE));
        f.g().fillRect(from, Frame.RULER + 3, 2, Frame.TOP - Frame.RULER - 6);
        f.g().fillRect(to - 2, Frame.RULER + 3, 2, Frame.TOP - Frame.RULER - 6);
        f.g().setFill(f.color(Role.FG_SUBTLE));
        for (double x = from + 4; x < to - 4; x += 4) {
            f.g().fillRect(x, STRIP - 0.5, 1.5, 1.5);
        }
    }

    private static double from(Frame f, Break each) {
        double x = f.axis().x(each.from() + f.executions().clockOffset());
        return Math.rint(each.from() == each.to() && each.gap() != null ? x - LEAST / 2 : x);
    }

    private static double to(Frame f, Break each, double least) {
        double x = f.axis().x(each.to() + f.executions().clockOffset());
        return Math.max(from(f, each) + least, Math.rint(x));
    }
}
