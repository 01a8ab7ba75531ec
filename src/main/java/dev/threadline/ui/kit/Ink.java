package dev.threadline.ui.kit;

import dev.threadline.ui.theme.Theme;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Text on a canvas that knows its width and never runs over its cell: what doesn't fit ends in an ellipsis.
///
/// Widths are sums of cached advances, so a draw measures nothing twice. JavaFX thread only; one a canvas.
public final class Ink {
    private final GraphicsContext g;
    private final Theme theme;
    private final Map<Font, Widths> widths = new HashMap<>();
    private double scale = 1;

    /// Ink for one canvas; sets its baseline to the middle of the line. Fonts grow with the theme's scale.
    public Ink(GraphicsContext g, Theme theme) {
        this.g = g;
        this.theme = theme;
    }

    /// The width of a text in pixels.
    public double width(Font font, String text) {
        return widths(font).of(text);
    }

    /// Draws from the left at the vertical middle `y`, cut to `room`; gives the width drawn.
    public double left(Font font, Paint paint, String text, double x, double y, double room) {
        if (room <= 0 || text.isEmpty()) {
            return 0;
        }
        String shown = fit(font, text, room);
        g.setFont(widths(font).font);
        g.setFill(paint);
        g.setTextBaseline(VPos.BASELINE);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(shown, x, Math.rint(y + widths(font).rise));
        return width(font, shown);
    }

    /// Draws with its right edge at `x`, cut to `room`; gives the width drawn.
    public double right(Font font, Paint paint, String text, double x, double y, double room) {
        String shown = fit(font, text, room);
        return left(font, paint, shown, x - width(font, shown), y, room + 1);
    }

    /// Draws around `x`; gives the width drawn.
    public double center(Font font, Paint paint, String text, double x, double y) {
        double width = width(font, text);
        return left(font, paint, text, x - width / 2, y, width + 1);
    }

    /// The text, or as much of its head as fits with an ellipsis behind it.
    public String fit(Font font, String text, double room) {
        String line = oneLine(text);
        Widths known = widths(font);
        if (known.of(line) <= room) {
            return line;
        }
        double left = room - known.of("…");
        int end = 0;
        while (end < line.length()) {
            int next = end + Character.charCount(line.codePointAt(end));
            left -= known.of(line.codePointAt(end));
            if (left < 0) {
                break;
            }
            end = next;
        }
        return end == 0 ? (room > 6 ? "…" : "") : line.substring(0, end) + "…";
    }

    private Widths widths(Font font) {
        double now = theme.scale().get();
        if (now != scale) {
            scale = now;
            widths.clear();
        }
        return widths.computeIfAbsent(
                font, each -> new Widths(now == 1 ? each : Font.font(each.getFamily(), each.getSize() * now)));
    }

    private static String oneLine(String text) {
        String head = text.length() > 2000 ? text.substring(0, 2000) : text;
        return head.indexOf('\n') < 0 && head.indexOf('\t') < 0 && head.indexOf('\r') < 0
                ? head
                : head.replace('\n', '⏎').replace('\r', ' ').replace('\t', ' ');
    }

    private static final class Widths {
        private final Font font;
        private final Text probe = new Text();
        private final double[] ascii = new double[128];
        private final Map<Integer, Double> others = new HashMap<>();

        /// From the middle of a line down to its baseline. A baseline of our own: the canvas's CENTER moves by a pixel
        /// for texts that also stand in a label.
        final double rise;

        Widths(Font font) {
            this.font = font;
            probe.setFont(font);
            rise = -(probe.getLayoutBounds().getMinY() + probe.getLayoutBounds().getMaxY()) / 2;
            for (int c = 32; c < 127; c++) {
                ascii[c] = measure(Character.toString(c));
            }
        }

        double of(String text) {
            double sum = 0;
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                sum += of(text.codePointAt(i));
            }
            return sum;
        }

        double of(int codePoint) {
            return codePoint < 128
                    ? ascii[codePoint]
                    : others.computeIfAbsent(codePoint, c -> measure(Character.toString(c)));
        }

        private double measure(String text) {
            probe.setText(text);
            return probe.getLayoutBounds().getWidth();
        }
    }
}
