package dev.threadline.panel.timeline;

import dev.threadline.run.Execution;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.theme.Glyph;
import dev.threadline.ui.theme.Role;
import dev.threadline.words.Words;

/// Draws a bar's name and duration where [LabelPlace] puts them.
final class LabelPainter {
    private static final Words WORDS = Words.of(LabelPainter.class);
    private static final double MARK = 16;
    private static final double LEAST = 20;
    private static final double NEAR = 60;

    private LabelPainter() {}

    /// Draws a label and gives where what is drawn beside the bar ends: its right edge, or the label's.
    ///
    /// @param x the bar's left edge
    /// @param right its right edge
    /// @param y its upper edge
    /// @param blocked where the next thing in the row begins
    /// @param tokens whether tokens stand in its lowest pixels
    static double draw(Frame f, Execution bar, double x, double right, double y, double blocked, boolean tokens) {
        double seen = Math.max(x, f.gutter());
        double edge = Math.min(right, f.width());
        double end = Math.min(blocked, f.width());
        if (Math.max(edge - seen, end - edge) < LEAST) {
            return right;
        }
        String figure = figure(f, bar);
        double name = f.ink().width(f.type().name(), bar.node());
        double number = f.ink().width(f.type().number(), figure);
        double before = before(f, bar, seen);
        boolean marked = bar.state() == Execution.State.FAILED || bar.state() == Execution.State.CANCELLED;
        double inside = edge - seen - before - (marked ? MARK : 0);
        double free = free(f, edge, name + LabelPlace.BETWEEN + number);
        LabelPlace place = LabelPlace.of(inside, end - free, name, number);
        if (place == LabelPlace.NONE) {
            return right;
        }
        double all = place.hasDuration() ? name + LabelPlace.BETWEEN + number : name;
        double at = free + LabelPlace.BESIDE;
        if (place.isInside()) {
            at = ground(f, bar, seen + before + LabelPlace.SPARE, y, all);
        }
        words(f, bar, figure, place, at, y + Frame.BAR / 2 - (place.isInside() && tokens ? 1 : 0));
        return place.isInside() ? right : at + all;
    }

    private static void words(Frame f, Execution bar, String figure, LabelPlace place, double x, double middle) {
        double name = f.ink().left(f.type().name(), f.color(Role.FG), bar.node(), x, middle, 10_000);
        if (place.hasDuration()) {
            Role role = place.isInside() && !bar.group() ? Role.ON_BAR : Role.FG_MUTED;
            f.ink().left(f.type().number(), f.color(role), figure, x + name + LabelPlace.BETWEEN, middle, 10_000);
        }
    }

    /// What stands under or before a label inside: the ground of a group's, the bolt of a cached one's.
    private static double ground(Frame f, Execution bar, double x, double y, double wide) {
        if (bar.group()) {
            f.g().setFill(f.ground(bar.start()));
            f.g().fillRect(x, y + 2, wide + 10, Frame.BAR - 4);
            return x + 5;
        }
        if (bar.state() == Execution.State.CACHED) {
            Glyph.CACHED.draw(f.g(), f.palette(), x - MARK + 2, y + 4, 12);
        }
        return x;
    }

    /// Where a label beside a bar may begin: behind a playhead that stays at the newest and would cut through it.
    private static double free(Frame f, double edge, double wide) {
        if (f.head() != f.now()) {
            return edge;
        }
        double head = f.axis().x(f.head());
        boolean cuts = head >= edge - 1 && head < edge + 2 * LabelPlace.BESIDE + wide;
        return cuts && head < edge + NEAR ? head : edge;
    }

    /// Room that the bolt or the flag of the first token takes before the label.
    private static double before(Frame f, Execution bar, double seen) {
        if (bar.state() == Execution.State.CACHED) {
            return MARK;
        }
        if (bar.group()) {
            return 5;
        }
        return bar.tokens() == 0 ? 0 : Math.max(0, f.axis().x(bar.tokenTimes().get(0)) - seen);
    }

    private static String figure(Frame f, Execution bar) {
        return switch (bar.state()) {
            case CACHED -> WORDS.text("label.cached");
            case UNKNOWN -> WORDS.text("label.no-result");
            default -> Figures.duration(f.endTime(bar) - bar.start());
        };
    }
}
