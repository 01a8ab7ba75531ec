package dev.threadline.panel.timeline;

import dev.threadline.run.Execution;
import dev.threadline.ui.kit.Hatch;
import dev.threadline.ui.theme.Glyph;
import dev.threadline.ui.theme.Role;
import javafx.scene.canvas.GraphicsContext;

/// Draws one execution: the body in the outline of its state, its tokens, its label (look, section 8).
final class BarPainter {
    private static final double H = Frame.BAR;
    private static final double LEAST = 3;
    private static final double CROSS_ALONE = 26;

    private BarPainter() {}

    /// Draws a bar and gives where it ends, its label included.
    ///
    /// @param y its upper edge
    /// @param blocked where the next thing in the row begins
    static double draw(Frame f, Execution bar, double y, double blocked) {
        double x = f.start(bar);
        double exact = f.end(bar) - x;
        double w = Math.max(exact, Math.clamp(blocked - x, 1, LEAST));
        boolean group = bar.group();
        body(f, bar, x, y, w);
        boolean tokens = !group && w >= 12 && TokenPainter.draw(f, bar, x, y, w);
        boolean narrow = w < CROSS_ALONE;
        if (bar.state() == Execution.State.FAILED && (group || w >= 9)) {
            Glyph.FAILED.draw(f.g(), f.palette(), narrow ? x + w / 2 - 6 : x + w - 16, y + 4, 12);
        }
        if (bar.state() == Execution.State.CANCELLED && !narrow) {
            f.g().setFill(f.color(Role.CANCELLED));
            f.g().fillRoundRect(x + w - 14, y + 6.5, 7, 7, 2, 2);
        }
        return LabelPainter.draw(f, bar, x, x + w, y, blocked, tokens);
    }

    private static void body(Frame f, Execution bar, double x, double y, double w) {
        if (bar.group()) {
            bracket(f, bar, x, y, w);
            return;
        }
        switch (bar.state()) {
            case RUNNING -> running(f, bar, x, y, w);
            case DONE, WAITING -> filled(f, bar, x, y, w);
            case FAILED -> failed(f, bar, x, y, w);
            case CANCELLED -> cancelled(f, bar, x, y, w);
            case CACHED -> cached(f, bar, x, y, w);
            case UNKNOWN -> torn(f, bar, x, y, w);
        }
    }

    private static void filled(Frame f, Execution bar, double x, double y, double w) {
        if (w <= LEAST) {
            // Too narrow for corners that anybody sees; a run of many tasks has thousands of them.
            f.g().setFill(f.hue(bar));
            f.g().fillRect(x, y, w, H);
            return;
        }
        double r = Math.min(6, w);
        f.g().setFill(f.fill(bar));
        f.g().fillRoundRect(x, y, w, H, r, r);
        edge(f, bar, x, y, w);
    }

    private static void edge(Frame f, Execution bar, double x, double y, double w) {
        f.g().setFill(f.hue(bar));
        f.g().fillRoundRect(x, y, Math.min(3, w), H, Math.min(3, w), 3);
    }

    private static void box(Frame f, Role role, double x, double y, double w) {
        f.g().setStroke(f.color(role));
        f.g().setLineWidth(1);
        f.g().strokeRoundRect(x + 0.5, y + 0.5, Math.max(1, w - 1), H - 1, 6, 6);
    }

    private static void running(Frame f, Execution bar, double x, double y, double w) {
        GraphicsContext g = f.g();
        g.setFill(f.fill(bar));
        g.fillRoundRect(x, y, Math.min(w, 6), H, 6, 6);
        g.fillRect(x + Math.min(3, w), y, Math.max(0, w - 3), H);
        edge(f, bar, x, y, w);
        g.setFill(f.color(Role.ACCENT));
        g.fillRect(x + w - 2, y - 1, 2, H + 2);
    }

    private static void failed(Frame f, Execution bar, double x, double y, double w) {
        f.g().setFill(f.color(Role.FAILED_GROUND));
        f.g().fillRoundRect(x, y, w, H, 6, 6);
        box(f, Role.FAILED, x, y, w);
        if (w >= CROSS_ALONE) {
            edge(f, bar, x, y, w);
        }
    }

    private static void cancelled(Frame f, Execution bar, double x, double y, double w) {
        f.g().setGlobalAlpha(0.45);
        Hatch.draw(f.g(), f.color(Role.CANCELLED), 1, 8.5, false, x, y, w, H);
        f.g().setGlobalAlpha(1);
        box(f, Role.CANCELLED, x, y, w);
        edge(f, bar, x, y, w);
    }

    private static void cached(Frame f, Execution bar, double x, double y, double w) {
        f.g().setFill(f.color(Role.BG));
        f.g().fillRoundRect(x, y, w, H, 6, 6);
        f.g().setLineDashes(3, 2);
        box(f, Role.CACHED, x, y, w);
        f.g().setLineDashes();
        edge(f, bar, x, y, w);
    }

    private static void torn(Frame f, Execution bar, double x, double y, double w) {
        double tear = Math.min(6, w / 2);
        double right = x + w - 0.5;
        double[] xs = {x + 0.5, right - tear, right - tear / 2, right - tear, right - tear / 2, right - tear, x + 0.5};
        double[] ys = {y + 0.5, y + 0.5, y + 5.2, y + 9.9, y + 14.6, y + H - 0.5, y + H - 0.5};
        f.g().setFill(f.color(Role.BG_INSET));
        f.g().fillPolygon(xs, ys, xs.length);
        f.g().setStroke(f.color(Role.CANCELLED));
        f.g().setLineWidth(1);
        f.g().setLineDashes(1.5, 2);
        f.g().strokePolygon(xs, ys, xs.length);
        f.g().setLineDashes();
        edge(f, bar, x, y, w);
    }

    private static void bracket(Frame f, Execution bar, double x, double y, double w) {
        boolean failed = bar.state() == Execution.State.FAILED;
        boolean running = bar.state() == Execution.State.RUNNING;
        f.g().setFill(f.fill(bar));
        f.g().fillRoundRect(x, y + 6, w, 8, 4, 4);
        f.g().setFill(failed ? f.color(Role.FAILED) : f.hue(bar));
        f.g().fillRect(x, y + 2, 1.5, H - 4);
        if (running) {
            f.g().setFill(f.color(Role.ACCENT));
            f.g().fillRect(x + w - 2, y - 1, 2, H + 2);
        } else {
            f.g().fillRect(x + w - 1.5, y + 2, 1.5, H - 4);
        }
    }
}
