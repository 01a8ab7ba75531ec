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
                break;
            }
            if (f.steps().get(i).number() % 2 == 0) {
                double b = f.axis().x(f.steps().end(i, f.now()));
                double left = Math.max(a, f.gutter());
                f.g().fillRect(left, top, Math.max(0, Math.min(b, f.width()) - left), bottom - top);
            }
        }
    }

    /// The strip's lines and labels.
    static void strip(Frame f) {
        double free = f.gutter();
        for (int i = first(f); i < f.steps().size(); i++) {
            Steps.Step step = f.steps().get(i);
            double a = f.axis().x(step.start());
            double b = i + 1 < f.steps().size()
                    ? Math.max(
                            f.axis().x(f.steps().end(i, f.now())),
                            Math.min(f.axis().x(f.steps().get(i + 1).start()), foldAfter(f, step.start())))
                    : f.width();
            if (a > f.width()) {
                break;
            }
            if (a >= free - 0.5) {
                f.g().setFill(f.color(Role.LINE));
                f.down(a, Frame.RULER + 1, Frame.TOP);
                free = a + 3;
            }
            double seen = Math.max(a, f.gutter());
            double wide = f.ink().width(f.type().note(), step.label());
            if (b - seen > LEAST) {
                String label = wide + 10 <= b - seen ? step.label() : Integer.toString(step.number());
                f.ink().left(f.type().note(), f.color(Role.FG_MUTED), label, seen + 6, 58.5, b - seen - 6);
            }
        }
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
