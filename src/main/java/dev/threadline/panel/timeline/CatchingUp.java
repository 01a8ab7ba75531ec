package dev.threadline.panel.timeline;

import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.theme.Role;
import dev.threadline.words.Words;

/// Draws how far a panel opened late has come: a short bar over the first lane, until all events are taken.
final class CatchingUp {
    private static final Words WORDS = Words.of(CatchingUp.class);
    private static final double WIDE = 68;

    private CatchingUp() {}

    static void draw(Frame f, OpenRun run) {
        int size = run.events();
        if (run.caughtUp() || size == 0) {
            return;
        }
        double part = (double) run.folded() / size;
        double x = f.width() - WIDE - 24;
        double y = Frame.TOP + 10;
        f.g().setFill(f.color(Role.BG));
        f.g().fillRoundRect(x - 98, y - 6, WIDE + 108, 18, 8, 8);
        f.g().setFill(f.color(Role.LINE_MUTED));
        f.g().fillRoundRect(x, y, WIDE, 6, 6, 6);
        f.g().setFill(f.color(Role.ACCENT_EMPHASIS));
        f.g().fillRoundRect(x, y, Math.max(6, WIDE * part), 6, 6, 6);
        f.ink().right(f.type().note(), f.color(Role.FG_MUTED), WORDS.text("catching-up.words"), x - 8, y + 3, 84);
    }
}
