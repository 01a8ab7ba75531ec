package dev.threadline.panel.timeline;

import dev.threadline.run.Lane;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.theme.Role;
import dev.threadline.words.Words;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;

/// Draws the gutter: the tree of lanes with triangle, swatch, name and busy time.
final class GutterPainter {
    private static final Words WORDS = Words.of(GutterPainter.class);
    private static final double INDENT = 14;
    private static final double LEFT = 12;

    private GutterPainter() {}

    static void draw(Frame f) {
        double right = f.gutter() - 1;
        f.g().setFill(f.color(Role.BG));
        f.g().fillRect(0, 0, f.gutter(), f.height());
        int selected =
                f.selected() == null ? -1 : f.rows().visibleRow(f.selected().lane());
        int exact = f.selected() == null ? -1 : f.rows().rowOf(f.selected());
        int chosen = exact >= 0 ? exact : selected;
        int first = Math.max(0, (int) (f.scroll() / LaneRow.HEIGHT));
        for (int i = first; i < f.rows().size() && f.y(i) < f.height(); i++) {
            if (i == chosen) {
                f.g().setFill(f.color(Role.SELECTED));
                f.g().fillRect(0, f.y(i), right, LaneRow.HEIGHT);
            }
            row(f, f.rows().get(i), f.y(i), right);
            if (i == chosen && f.focused()) {
                f.g().setStroke(f.color(Role.ACCENT));
                f.g().setLineWidth(2);
                f.g().strokeRect(1, f.y(i) + 1, right - 2, LaneRow.HEIGHT - 1);
            }
        }
        head(f, right);
    }

    /// Left edge of a lane's triangle.
    static double triangle(Lane lane) {
        return LEFT + lane.depth() * INDENT;
    }

    private static void head(Frame f, double right) {
        f.g().setFill(f.color(Role.BG));
        f.g().fillRect(0, 0, right, Frame.TOP);
        f.g().setFill(f.color(Role.LINE_MUTED));
        f.across(0, right, Frame.MINIMAP);
        f.across(0, right, Frame.RULER);
        f.across(0, right, Frame.TOP);
        f.g().setFill(f.color(Role.LINE));
        f.down(right, 0, f.height());
        f.ink()
                .right(
                        f.type().note(),
                        f.color(Role.FG_SUBTLE),
                        RulerPainter.ticks(f).words(),
                        f.gutter() - 10,
                        40,
                        f.gutter() - 16);
        f.ink().left(f.type().head(), f.color(Role.FG_MUTED), WORDS.text("gutter.where"), LEFT, 59.5, f.gutter() - 54);
        f.ink().right(f.type().head(), f.color(Role.FG_MUTED), WORDS.text("gutter.busy"), f.gutter() - 10, 59.5, 40);
    }

    private static void row(Frame f, LaneRow row, double y, double right) {
        f.g().setFill(f.color(Role.LINE_MUTED));
        f.across(0, right, y + LaneRow.HEIGHT);
        if (!row.first()) {
            return;
        }
        Lane lane = row.lane();
        double x = triangle(lane);
        if (row.foldable()) {
            triangle(f, row.folded(), x, y);
        }
        f.g().setFill(f.palette().lane(f.colors().of(lane.node())));
        f.g().fillRoundRect(x + 13, y + 8, 8, 8, 4, 4);
        String busy =
                row.tracks().size() == 0 ? "" : Figures.duration(row.tracks().busy(f.now()));
        double busyWidth = f.ink().width(f.type().number(), busy);
        f.ink().right(f.type().number(), f.color(Role.FG_MUTED), busy, f.gutter() - 10, y + 12, busyWidth + 1);
        Font font = lane.children().isEmpty() ? f.type().lane() : f.type().group();
        double room = f.gutter() - 14 - busyWidth - (x + 27);
        double used = f.ink().left(font, f.color(Role.FG), lane.node(), x + 27, y + 12, room);
        if (row.tracks().size() > 1) {
            String count = "×" + Figures.count(row.tracks().total());
            double wide = f.ink().width(f.type().number(), count);
            if (used + 5 + wide <= room) {
                f.ink().left(f.type().number(), f.color(Role.FG_MUTED), count, x + 32 + used, y + 12, wide + 1);
            }
        }
    }

    private static void triangle(Frame f, boolean folded, double x, double y) {
        GraphicsContext g = f.g();
        g.setStroke(f.color(Role.FG_SUBTLE));
        g.setLineWidth(1.4);
        g.setLineCap(StrokeLineCap.ROUND);
        g.beginPath();
        if (folded) {
            g.moveTo(x + 2, y + 8);
            g.lineTo(x + 6, y + 12);
            g.lineTo(x + 2, y + 16);
        } else {
            g.moveTo(x, y + 10);
            g.lineTo(x + 4, y + 14);
            g.lineTo(x + 8, y + 10);
        }
        g.stroke();
        g.setLineCap(StrokeLineCap.SQUARE);
    }
}
