package dev.threadline.ui.theme;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/// The mark of a state: shape carries it, colour repeats it (look, section 6). Drawn in a square of 12.
public enum Glyph {
    /// A triangle.
    RUNNING(Role.ACCENT),
    /// A check.
    DONE(Role.DONE),
    /// Two bars.
    WAITING(Role.WAITING_MARK),
    /// A cross.
    FAILED(Role.FAILED),
    /// A square.
    CANCELLED(Role.CANCELLED),
    /// A bolt.
    CACHED(Role.CACHED),
    /// A question mark.
    UNKNOWN(Role.CANCELLED),
    /// A dotted ring.
    NOT_YET(Role.FG_SUBTLE);

    private final Role role;

    Glyph(Role role) {
        this.role = role;
    }

    /// The colour role of the mark.
    public Role role() {
        return role;
    }

    /// Draws the mark with its upper left corner at x, y and the given side.
    public void draw(GraphicsContext g, Palette palette, double x, double y, double side) {
        g.save();
        g.translate(x, y);
        g.scale(side / 12, side / 12);
        g.setFill(palette.get(role));
        g.setStroke(palette.get(role));
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        switch (this) {
            case RUNNING -> g.fillPolygon(new double[] {4, 10, 4}, new double[] {2.5, 6, 9.5}, 3);
            case DONE -> line(g, 1.7, 2.5, 6.4, 5, 9, 9.7, 3.4);
            case WAITING -> {
                line(g, 2, 4, 2.5, 4, 9.5);
                line(g, 2, 8, 2.5, 8, 9.5);
            }
            case FAILED -> {
                line(g, 1.8, 3, 3, 9, 9);
                line(g, 1.8, 9, 3, 3, 9);
            }
            case CANCELLED -> {
                g.setLineWidth(1.6);
                g.strokeRoundRect(3, 3, 6, 6, 2, 2);
            }
            case CACHED -> line(g, 1.2, 7, 1.2, 2.8, 6.8, 5.8, 6.8, 5, 10.8, 9.2, 5.2, 6.2, 5.2, 7, 1.2);
            case UNKNOWN -> {
                g.setFont(Fonts.strong(10.5));
                g.setTextAlign(TextAlignment.CENTER);
                g.fillText("?", 6, 9.6);
            }
            case NOT_YET -> {
                g.setLineWidth(1.2);
                g.setLineDashes(2, 1.6);
                g.strokeOval(2.6, 2.6, 6.8, 6.8);
            }
        }
        g.restore();
    }

    /// The mark as a node of its own; it follows the palette.
    public Canvas node(Theme theme, double side) {
        Canvas canvas = new Canvas(side, side);
        paint(canvas, theme);
        theme.tell(canvas, here -> paint(here, theme));
        return canvas;
    }

    private void paint(Canvas canvas, Theme theme) {
        double side = canvas.getWidth();
        canvas.getGraphicsContext2D().clearRect(0, 0, side, side);
        draw(canvas.getGraphicsContext2D(), theme.palette().get(), 0, 0, side);
    }

    private static void line(GraphicsContext g, double width, double... points) {
        g.setLineWidth(width);
        g.beginPath();
        g.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            g.lineTo(points[i], points[i + 1]);
        }
        g.stroke();
    }
}
