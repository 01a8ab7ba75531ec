package dev.threadline.panel.timeline;

import dev.threadline.run.Execution;
import dev.threadline.run.LongSeries;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.theme.Role;
import dev.threadline.words.Words;

/// Draws what a running model has said so far, to the right of its bar: `8 tokens · 91 tok/s`.
final class NotePainter {
    private static final Words WORDS = Words.of(NotePainter.class);

    private NotePainter() {}

    static void draw(Frame f, Execution bar, double right, double y) {
        if (bar.state() != Execution.State.RUNNING || bar.tokens() == 0) {
            return;
        }
        String note = words(bar);
        double wide = f.ink().width(f.type().note(), note);
        if (right + 8 + wide <= f.width() + 1) {
            f.ink()
                    .left(
                            f.type().note(),
                            f.color(Role.FG_MUTED),
                            note,
                            right + 8,
                            y + Frame.BAR / 2,
                            f.width() - right - 8 + 1);
        }
    }

    /// Tokens and their rate by arrival inside the task.
    static String words(Execution bar) {
        int count = bar.tokens();
        String tokens = Figures.count(count);
        double rate = rate(bar);
        return rate <= 0
                ? WORDS.text("note.tokens", count, tokens)
                : WORDS.text("note.tokens.rate", count, tokens, Figures.count(Math.round(rate)));
    }

    /// Tokens a second between the first and the last, 0 where unknown.
    static double rate(Execution bar) {
        LongSeries times = bar.tokenTimes();
        if (times.size() < 2) {
            return 0;
        }
        long took = times.get(times.size() - 1) - times.get(0);
        return took <= 0 ? 0 : (times.size() - 1) * 1e6 / took;
    }
}
