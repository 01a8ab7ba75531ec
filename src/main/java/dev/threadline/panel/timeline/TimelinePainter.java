package dev.threadline.panel.timeline;

import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.theme.Role;

/// Draws the whole timeline, from the ground up: what comes later covers what would stick out.
final class TimelinePainter {
    private final OpenRun run;
    private final RunFlags flags;
    private final LanePainter lanes = new LanePainter();
    private final MarkPainter marks = new MarkPainter();

    /// @param changed called when something came in that asks for a new drawing
    TimelinePainter(OpenRun run, Runnable changed) {
        this.run = run;
        this.flags = new RunFlags(run, changed);
    }

    /// Asks for what has to be read first.
    void update() {
        flags.update();
    }

    void draw(Frame f, Viewport viewport) {
        f.g().setFill(f.color(Role.BG));
        f.g().fillRect(0, 0, f.width(), f.height());
        StepPainter.bands(f, Frame.TOP, f.height());
        RulerPainter.grid(f);
        FoldPainter.draw(f, Frame.TOP, f.height());
        GapPainter.draw(f);
        lanes.draw(f);
        marks.lanes(f);
        head(f);
        PlayheadPainter.draw(f);
        GutterPainter.draw(f);
        MinimapPainter.draw(f, viewport.from(), viewport.to());
        MatchPainter.minimap(f);
        CatchingUp.draw(f, run);
    }

    private void head(Frame f) {
        f.g().setFill(f.color(Role.BG));
        f.g().fillRect(f.gutter(), Frame.MINIMAP, f.width() - f.gutter(), Frame.TOP - Frame.MINIMAP);
        StepPainter.bands(f, Frame.RULER, Frame.TOP);
        FoldPainter.draw(f, Frame.RULER, Frame.TOP);
        f.g().setFill(f.color(Role.LINE_MUTED));
        f.across(f.gutter(), f.width(), Frame.RULER);
        f.across(f.gutter(), f.width(), Frame.TOP);
        RulerPainter.draw(f, flags);
        StepPainter.strip(f);
        GapPainter.marks(f);
        MatchPainter.strip(f);
        marks.strip(f);
        flags.draw(f);
    }
}
