package dev.threadline.panel.timeline;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.Execution;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.Hatch;
import dev.threadline.ui.theme.Glyph;
import dev.threadline.ui.theme.Role;
import dev.threadline.words.Words;
import javafx.scene.text.Font;

/// Draws a wait for a human: a hatch from the question to the answer, in the lane that asked and those over it.
final class WaitPainter {
    private static final Words WORDS = Words.of(WaitPainter.class);
    private static final double OPEN = 124;

    private WaitPainter() {}

    /// Draws the wait after a bar and gives its right edge.
    ///
    /// @param said whether words say what the hatch is: the innermost visible lane does
    static double draw(Frame f, Execution bar, double y, boolean said) {
        long until = f.waits().until(bar);
        boolean open = until == EventFacts.NO_TIME;
        double x = f.end(bar);
        double right = right(f, bar, until);
        double w = right - x;
        if (w < 2) {
            return Math.max(x, right);
        }
        f.g().setFill(f.color(Role.WAITING_GROUND));
        f.g().fillRoundRect(x, y, w, Frame.BAR, 6, 6);
        double from = Math.max(x + 1, f.gutter() - 30);
        double to = Math.min(x + w - 1, f.width() + 30);
        if (to > from) {
            Hatch.draw(f.g(), f.color(Role.WAITING_MARK), 1.6, 8.5, true, from, y, to - from, Frame.BAR);
        }
        f.g().setStroke(f.color(Role.WAITING_MARK));
        f.g().setLineWidth(1);
        f.g().strokeRoundRect(x + 0.5, y + 0.5, Math.max(1, w - 1), Frame.BAR - 1, 6, 6);
        if (said) {
            say(
                    f,
                    open,
                    open ? WORDS.text("wait.open") : WORDS.text("wait.waited", Figures.duration(until - bar.end())),
                    x,
                    y,
                    right);
        }
        return right;
    }

    /// Where a wait ends; one that goes on has room for its words, also where no time has passed since.
    static double right(Frame f, Execution bar, long until) {
        return until == EventFacts.NO_TIME
                ? Math.max(f.axis().x(Math.max(f.now(), bar.end())), f.end(bar) + OPEN)
                : f.axis().x(until);
    }

    private static void say(Frame f, boolean open, String words, double x, double y, double right) {
        Font font = open ? f.type().name() : f.type().strong();
        double wide = f.ink().width(font, words) + (open ? 26 : 10);
        double left = Math.max(x, f.gutter());
        double end = Math.min(right, f.width());
        if (wide + 4 > end - left) {
            return;
        }
        double at = open ? Math.min(left + 10, end - wide - 2) : middle(f, x, right, left, end) - wide / 2;
        f.g().setFill(f.color(Role.WAITING_GROUND));
        f.g().fillRoundRect(at, y + 3, wide, 14, 6, 6);
        if (open) {
            Glyph.WAITING.draw(f.g(), f.palette(), at + 4, y + 4, 12);
        }
        f.ink().left(font, f.color(Role.WAITING), words, at + (open ? 21 : 5), y + 10, wide);
    }

    /// The middle of the fold inside, else of what is visible.
    private static double middle(Frame f, double x, double right, double left, double end) {
        TimeScale scale = f.axis().scale();
        for (int i = 0; i < scale.folds(); i++) {
            double a = f.axis().x(scale.foldFrom(i));
            double b = f.axis().x(scale.foldTo(i));
            if (a >= x && b <= right && a > left && b < end) {
                return (a + b) / 2;
            }
        }
        return (left + end) / 2;
    }
}
