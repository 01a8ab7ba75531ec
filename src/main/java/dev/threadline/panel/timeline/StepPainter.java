package dev.threadline.panel.timeline;

import dev.threadline.ui.theme.Role;

/// Draws the supersteps: a band behind every second one, their numbers in the strip above the lanes.
final class StepPainter {
    private static final double LEAST = 26;

    private StepPainter() {}

    /// The bands through the lanes or the strip.
    static void bands(Frame f, double top, double bottom) {
        f.g().setFill(f.color(Role.BG_SUBTLE));
        for (int i = first(f); i < f.steps().size(); i++) {
            double a = f.axis().x(f.steps().get(i).start());
            if (a > f.width()) {
                return;
            }
            double b = f.axis().x(f.steps().end(i, f.now()));
            if (b - a < 1) {
                i = Math.max(i, f.steps().at(f.axis().time(a + 1)) - 1);
            } else if (f.steps().get(i).number() % 2 == 0) {
                double left = Math.max(a, f.gutter());
                f.g().fillRect(left, top, Math.max(0, Math.min(b, f.width()) - left), bottom - top);
            }
        }
    }

    /// The strip's lines and labels.
    static void strip(Frame f) {
        for (int i = first(f); i < f.steps().size(); i++) {
            Steps.Step step = f.steps().get(i);
            double a = f.axis().x(step.start());
            if (a > f.width()) {
                return;
            }
            if (a >= f.gutter()) {
                f.g().setFill(f.color(Role.LINE));
                f.down(a, Frame.RULER + 1, Frame.TOP);
            }
            double room = end(f, i) - Math.max(a, f.gutter());
            if (room > LEAST) {
                label(f, step, Math.max(a, f.gutter()), room);
            } else {
                // Lines closer than 3 px would make a grey block.
                i = Math.max(i, f.steps().at(f.axis().time(a + 3)) - 1);
            }
        }
    }

    private static void label(Frame f, Steps.Step step, double x, double room) {
        double wide = f.ink().width(f.type().note(), step.label());
        String label = wide + 10 <= room ? step.label() : Integer.toString(step.number());
        f.ink().left(f.type().note(), f.color(Role.FG_MUTED), label, x + 6, 58.5, room - 6);
    }

    /// Where a label has to end: at the next step, or at a fold before it; the last one has the rest.
    private static double end(Frame f, int i) {
        if (i + 1 == f.steps().size()) {
            return f.width();
        }
        double band = f.axis().x(f.steps().end(i, f.now()));
        double next = f.axis().x(f.steps().get(i + 1).start());
        return Math.max(
                Math.min(band, next),
                Math.min(next, foldAfter(f, f.steps().get(i).start())));
    }

    private static double foldAfter(Frame f, long time) {
        TimeScale scale = f.axis().scale();
        for (int i = 0; i < scale.folds(); i++) {
            if (scale.foldFrom(i) > time) {
                return f.axis().x(scale.foldFrom(i));
            }
        }
        return f.width();
    }

    private static int first(Frame f) {
        return Math.max(0, f.steps().at(f.axis().time(f.gutter())));
    }
}
