package dev.threadline.panel.timeline;

import dev.threadline.run.Execution;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.theme.Glyph;
import dev.threadline.ui.theme.Role;
import javafx.scene.canvas.GraphicsContext;

/// Draws one execution: the body in the outline of its state, its tokens, its label (look, section 8).
final class BarPainter {
    private static final double H = Frame.BAR;
    private static final double LEAST = 3;
    private static final double CROSS_ALONE = 26;
    private static final double MARK = 16;

    private BarPainter() {}

    /// Draws a bar and gives its right edge.
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
        label(f, bar, x, y, w, blocked, tokens);
        return x + w;
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

    private static void label(Frame f, Execution bar, double x, double y, double w, double blocked, boolean tokens) {
        double seen = Math.max(x, f.gutter());
        double edge = Math.min(x + w, f.width());
        double beside = Math.min(blocked, f.width()) - edge;
        if (Math.max(edge - seen, beside) < 20) {
            return;
        }
        String name = bar.node();
        String figure = figure(f, bar);
        double nameWidth = f.ink().width(f.type().name(), name);
        double figureWidth = f.ink().width(f.type().number(), figure);
        double before = before(f, bar, seen);
        double after = bar.state() == Execution.State.FAILED || bar.state() == Execution.State.CANCELLED ? MARK : 0;
        LabelPlace place = LabelPlace.of(edge - seen - before - after, beside, nameWidth, figureWidth);
        if (place == LabelPlace.NONE) {
            return;
        }
        boolean inside = place.isInside();
        double at = inside ? seen + before + LabelPlace.SPARE : edge + LabelPlace.BESIDE;
        double middle = y + H / 2 - (inside && tokens ? 1 : 0);
        if (inside && bar.group()) {
            double ground = nameWidth + (place.hasDuration() ? LabelPlace.BETWEEN + figureWidth : 0) + 10;
            f.g().setFill(f.ground(bar.start()));
            f.g().fillRect(at, y + 2, ground, H - 4);
            at += 5;
        }
        if (inside && bar.state() == Execution.State.CACHED) {
            Glyph.CACHED.draw(f.g(), f.palette(), at - MARK + 2, y + 4, 12);
        }
        f.ink().left(f.type().name(), f.color(Role.FG), name, at, middle, nameWidth + 1);
        if (place.hasDuration()) {
            Role role = inside && !bar.group() ? Role.ON_BAR : Role.FG_MUTED;
            double next = at + nameWidth + LabelPlace.BETWEEN;
            f.ink().left(f.type().number(), f.color(role), figure, next, middle, figureWidth + 1);
        }
    }

    /// Room that the bolt or the flag of the first token takes before the label.
    private static double before(Frame f, Execution bar, double seen) {
        if (bar.state() == Execution.State.CACHED) {
            return MARK;
        }
        if (bar.group()) {
            return 5;
        }
        double flag = bar.tokens() == 0 ? -1 : f.axis().x(bar.tokenTimes().get(0)) - seen;
        return flag < 0 ? 0 : flag;
    }

    private static String figure(Frame f, Execution bar) {
        return switch (bar.state()) {
            case CACHED -> "cached";
            case UNKNOWN -> "no result";
            default -> Figures.duration(f.endTime(bar) - bar.start());
        };
    }
}
