package dev.threadline.panel.timeline;

import dev.threadline.ui.kit.Hatch;
import dev.threadline.ui.theme.Role;
import javafx.scene.canvas.GraphicsContext;

/// Draws folded idle time: a faint hatch between two zigzags.
final class FoldPainter {
    private FoldPainter() {}

    static void draw(Frame f, double top, double bottom) {
        TimeScale scale = f.axis().scale();
        for (int i = 0; i < scale.folds(); i++) {
            double a = Math.rint(f.axis().x(scale.foldFrom(i)));
            double b = Math.rint(f.axis().x(scale.foldTo(i)));
            if (b > f.gutter() - 8 && a < f.width()) {
                f.g().setGlobalAlpha(0.75);
                f.g().setFill(f.color(Role.BG_INSET));
                f.g().fillRect(a, top, b - a, bottom - top);
                Hatch.draw(f.g(), f.color(Role.LINE), 1, 7, true, a, top, b - a, bottom - top);
                f.g().setGlobalAlpha(1);
                f.g().setStroke(f.color(Role.LINE_CONTROL));
                f.g().setLineWidth(1);
                zigzag(f.g(), a, top, bottom);
                zigzag(f.g(), b - 3, top, bottom);
            }
        }
    }

    private static void zigzag(GraphicsContext g, double x, double top, double bottom) {
        g.beginPath();
        g.moveTo(x, top);
        int tooth = 0;
        for (double y = top; y < bottom; y += 6) {
            double end = Math.min(6, bottom - y);
            double out = tooth++ % 2 == 0 ? 4 : 0;
            g.lineTo(x + (end < 6 ? 2 : out), y + end);
        }
        g.stroke();
    }
}
