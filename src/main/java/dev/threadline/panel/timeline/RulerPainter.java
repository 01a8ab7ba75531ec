package dev.threadline.panel.timeline;

import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.theme.Role;
import dev.threadline.words.Words;

/// Draws the ruler with its numbers, and the lines under them through the lanes.
final class RulerPainter {
    private static final Words WORDS = Words.of(RulerPainter.class);
    private static final double ROOM = 64;

    private RulerPainter() {}

    /// How the ruler is divided at this zoom.
    static Ticks ticks(Frame f) {
        return Ticks.of(f.axis().scale().perMicro(), ROOM);
    }

    /// The lines through the lanes, below everything.
    static void grid(Frame f) {
        Ticks ticks = ticks(f);
        f.g().setFill(f.color(Role.LINE_MUTED));
        each(f, ticks.step(), (x, time) -> f.down(x, Frame.TOP, f.height()));
    }

    /// The ruler itself.
    ///
    /// @param flags what else stands in it
    static void draw(Frame f, RunFlags flags) {
        Ticks ticks = ticks(f);
        f.g().setFill(f.color(Role.LINE_CONTROL));
        each(f, ticks.step() / 2, (x, time) -> {
            boolean numbered = time % ticks.step() == 0;
            f.down(x, numbered ? Frame.RULER - 8 : Frame.RULER - 4, Frame.RULER);
        });
        double wide = PlayheadPainter.width(f);
        double badge = PlayheadPainter.left(f, wide);
        double[] free = {f.gutter() - 4};
        each(f, ticks.step(), (x, time) -> {
            String number = ticks.number(time);
            double half = f.ink().width(f.type().number(), number) / 2;
            boolean covered = x + half > badge - 2 && x - half < badge + wide + 2;
            if (!covered
                    && x - half > free[0]
                    && x + half < f.width()
                    && !inFoldWords(f, x - half, x + half)
                    && !flags.cover(f, x - half, x + half)) {
                f.ink().center(f.type().number(), f.color(Role.FG_MUTED), number, x, 36.5);
                free[0] = x + half + 8;
            }
        });
        folds(f);
    }

    private static boolean inFoldWords(Frame f, double left, double right) {
        for (int i = 0; i < f.axis().scale().folds(); i++) {
            double half = f.ink().width(f.type().note(), words(f, i)) / 2 + 6;
            double middle = middle(f, i);
            if (right > middle - half && left < middle + half) {
                return true;
            }
        }
        return false;
    }

    private static String words(Frame f, int fold) {
        TimeScale scale = f.axis().scale();
        return WORDS.text("ruler.folded", Figures.duration(scale.foldTo(fold) - scale.foldFrom(fold)));
    }

    private static double middle(Frame f, int fold) {
        TimeScale scale = f.axis().scale();
        return (f.axis().x(scale.foldFrom(fold)) + f.axis().x(scale.foldTo(fold))) / 2;
    }

    private static void folds(Frame f) {
        for (int i = 0; i < f.axis().scale().folds(); i++) {
            double x = middle(f, i);
            if (x > f.gutter() && x < f.width()) {
                f.ink().center(f.type().note(), f.color(Role.FG_MUTED), words(f, i), x, 36.5);
            }
        }
    }

    private interface Mark {
        void at(double x, long time);
    }

    /// Every mark in view that doesn't lie in a fold.
    private static void each(Frame f, long step, Mark mark) {
        TimeScale scale = f.axis().scale();
        long from = Math.max(0, f.axis().time(f.gutter() - 20) - f.origin());
        long to = f.axis().time(f.width() + 20) - f.origin();
        long time = Math.floorDiv(from, step) * step;
        int fold = 0;
        while (time <= to) {
            while (fold < scale.folds() && scale.foldTo(fold) - f.origin() <= time) {
                fold++;
            }
            if (fold < scale.folds() && time >= scale.foldFrom(fold) - f.origin()) {
                time = Math.ceilDiv(scale.foldTo(fold) - f.origin(), step) * step;
                continue;
            }
            mark.at(f.axis().x(f.origin() + time), time);
            time += step;
        }
    }
}
