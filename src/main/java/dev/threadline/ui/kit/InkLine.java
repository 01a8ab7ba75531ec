package dev.threadline.ui.kit;

import dev.threadline.capture.Needle;
import dev.threadline.ui.kit.RowFlow.Row;
import dev.threadline.ui.theme.Role;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// A line of text in several colours on one row, from left to right; what doesn't fit ends in an ellipsis.
///
/// Made for one draw of one row. JavaFX thread only.
public final class InkLine {
    private final Row row;
    private final double right;
    private double x;
    private boolean cut;

    /// A line from `x` to `right` in the middle of a row.
    public InkLine(Row row, double x, double right) {
        this.row = row;
        this.x = x;
        this.right = right;
    }

    /// Where the next piece begins.
    public double x() {
        return x;
    }

    /// The room that is left.
    public double room() {
        return right - x;
    }

    /// Leaves a gap.
    public InkLine gap(double pixels) {
        x += pixels;
        return this;
    }

    /// Adds a piece; nothing more after one that was cut.
    public InkLine add(Font font, Paint paint, String text) {
        if (cut) {
            return this;
        }
        cut = row.ink().width(font, text) > room();
        x += row.ink().left(font, paint, text, x, row.middle(), room());
        return this;
    }

    /// Adds a piece on a ground of its own.
    public InkLine marked(Font font, Paint paint, Paint ground, String text) {
        if (cut) {
            return this;
        }
        double width = row.ink().width(font, row.ink().fit(font, text, room()));
        row.g().setFill(ground);
        row.g().fillRoundRect(x, row.y() + 2, width, row.height() - 4, 4, 4);
        return add(font, paint, text);
    }

    /// Adds a piece in which what is looked for stands on a ground of its own.
    public InkLine sought(Font font, Paint paint, String text, @Nullable Needle needle) {
        int from = 0;
        Needle.Match match = needle == null ? null : needle.find(text, 0);
        while (needle != null && match != null && room() > 0) {
            add(font, paint, text.substring(from, match.start()));
            marked(
                    font,
                    row.palette().get(Role.FG),
                    row.palette().get(Role.CHANGED_TEXT),
                    text.substring(match.start(), match.end()));
            from = match.end();
            match = needle.find(text, from);
        }
        return add(font, paint, text.substring(from));
    }

    /// Adds a piece that is struck through, on a ground of its own where one is given.
    public InkLine struck(Font font, Paint paint, @Nullable Paint ground, String text) {
        double from = x;
        if (ground == null) {
            add(font, paint, text);
        } else {
            marked(font, paint, ground, text);
        }
        GraphicsContext g = row.g();
        g.setFill(paint);
        g.fillRect(from, Math.rint(row.middle()), x - from, 1);
        return this;
    }
}
