package dev.threadline.ui.kit;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/// Slanted lines in a rectangle, cut at its edges; the same phase everywhere, so that neighbours join.
public final class Hatch {
    private Hatch() {}

    /// Lines that rise to the right, or fall.
    ///
    /// @param gap pixels from line to line, along the x axis
    public static void draw(
            GraphicsContext g,
            Paint paint,
            double line,
            double gap,
            boolean rising,
            double x,
            double y,
            double width,
            double height) {
        g.setStroke(paint);
        g.setLineWidth(line);
        g.beginPath();
        double first = Math.floor((x - height) / gap) * gap;
        for (double foot = first; foot < x + width; foot += gap) {
            double a = Math.max(0, x - foot);
            double b = Math.min(height, x + width - foot);
            if (b > a) {
                g.moveTo(foot + a, rising ? y + height - a : y + a);
                g.lineTo(foot + b, rising ? y + height - b : y + b);
            }
        }
        g.stroke();
    }
}
