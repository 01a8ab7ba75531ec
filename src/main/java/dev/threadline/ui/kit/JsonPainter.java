package dev.threadline.ui.kit;

import dev.threadline.capture.Needle;
import dev.threadline.json.JsonChange;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.ui.kit.RowFlow.Row;
import dev.threadline.ui.theme.Fonts;
import dev.threadline.ui.theme.Palette;
import dev.threadline.ui.theme.Role;
import dev.threadline.words.Words;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// Draws the rows of a JSON tree: gutter mark, indent, triangle, key, value, the old value struck through.
///
/// Measures: look, sections 4 and 8. JavaFX thread only.
final class JsonPainter {
    private static final Words WORDS = Words.of(JsonPainter.class);

    /// Width of the gutter of a diff.
    static final double GUTTER = 20;

    private static final double INDENT = 14;
    private static final double TRIANGLE = 14;

    private final Font data = Fonts.data(11.5);
    private final Font bold = Fonts.dataMedium(11.5);
    private final Font words = Fonts.words(11);
    private @Nullable Needle sought;

    /// What is looked for, or null.
    @Nullable
    Needle sought() {
        return sought;
    }

    /// Marks what is looked for from now on.
    void seek(@Nullable Needle needle) {
        sought = needle;
    }

    /// The ground of a row, or null for the plain one.
    static @Nullable Role ground(JsonRow row) {
        if (!row.skipped().isEmpty()) {
            return Role.BG_INSET;
        }
        return switch (row.kind()) {
            case SAME -> null;
            case ADDED -> Role.ADDED_GROUND;
            case REMOVED -> Role.REMOVED_GROUND;
            case CHANGED -> passes(row) ? null : Role.CHANGED_GROUND;
            case TYPE_CHANGED -> Role.CHANGED_GROUND;
            case MOVED -> Role.MOVED_GROUND;
        };
    }

    /// Whether a row is only on the way to a change below it.
    private static boolean passes(JsonRow row) {
        JsonChange change = row.change();
        return change != null
                && row.open()
                && JsonRow.count(change.before()) == JsonRow.count(change.after())
                && !change.children().isEmpty();
    }

    /// Where a row's triangle begins.
    static double triangle(JsonRow row, boolean diff) {
        return (diff ? GUTTER : 12) + row.depth() * INDENT;
    }

    /// Whether a click at `x` is on a row's triangle.
    static boolean onTriangle(JsonRow row, boolean diff, double x) {
        double at = triangle(row, diff);
        return row.foldable() && x >= at - 4 && x < at + TRIANGLE;
    }

    /// Draws a row up to `right`.
    void draw(Row at, JsonRow row, boolean diff, double right) {
        if (diff) {
            mark(at, row);
        }
        double x = triangle(row, diff);
        if (row.foldable()) {
            triangle(at, x, row.open());
        }
        InkLine line = new InkLine(at, x + TRIANGLE, right);
        if (!row.skipped().isEmpty()) {
            line.add(
                    words,
                    at.palette().get(Role.FG_MUTED),
                    WORDS.text("json.as-before", Figures.count(row.skipped().size())));
            return;
        }
        key(at, row, line);
        value(at, row, line);
    }

    private void key(Row at, JsonRow row, InkLine line) {
        if (row.item()) {
            line.add(data, at.faint(), row.token()).gap(7);
        } else if (!row.whole()) {
            line.sought(data, at.palette().get(Role.FG), JsonText.line(row.token()), sought);
            line.add(data, at.faint(), ": ");
        }
    }

    private void value(Row at, JsonRow row, InkLine line) {
        JsonChange change = row.change();
        JsonValue before = change == null ? null : change.before();
        if (change == null || before == null || row.kind() == JsonChange.Kind.SAME) {
            plain(at, row, line);
            return;
        }
        if (before instanceof JsonString old && row.value() instanceof JsonString now) {
            texts(at, TextChange.of(old.value(), now.value()), line);
            return;
        }
        plain(at, row, line);
        if (row.kind() != JsonChange.Kind.REMOVED && !JsonText.of(before).equals(JsonText.of(row.value()))) {
            line.gap(7).struck(data, at.faint(), null, JsonText.of(before));
        }
        if (row.kind() == JsonChange.Kind.TYPE_CHANGED) {
            line.gap(7).add(words, at.faint(), WORDS.text("json.types", type(before), type(row.value())));
        }
        if (row.kind() == JsonChange.Kind.MOVED && change.beforeIndex() >= 0) {
            line.gap(7)
                    .add(
                            words,
                            at.palette().get(Role.MOVED),
                            WORDS.text("json.moved-from", Integer.toString(change.beforeIndex())));
        }
    }

    private void plain(Row at, JsonRow row, InkLine line) {
        JsonValue value = row.value();
        boolean container = value instanceof JsonObject || value instanceof JsonArray;
        if (!container) {
            line.sought(data, color(at.palette(), value), JsonText.of(value), sought);
            return;
        }
        line.add(data, at.faint(), JsonText.of(value));
        if (!row.open() && row.foldable()) {
            line.gap(7).sought(data, at.faint(), JsonText.preview(value), sought);
        }
    }

    private void texts(Row at, TextChange change, InkLine line) {
        Palette palette = at.palette();
        Color color = palette.get(Role.JSON_STRING);
        line.add(data, color, '"' + JsonText.line(change.head()));
        if (!change.removed().isEmpty()) {
            line.struck(data, palette.get(Role.FG), palette.get(Role.REMOVED_TEXT), JsonText.line(change.removed()));
        }
        if (!change.removed().isEmpty() && !change.added().isEmpty()) {
            line.gap(3);
        }
        if (!change.added().isEmpty()) {
            line.marked(data, palette.get(Role.FG), palette.get(Role.ADDED_TEXT), JsonText.line(change.added()));
        }
        line.add(data, color, JsonText.line(change.tail()) + '"');
    }

    private void mark(Row at, JsonRow row) {
        Palette palette = at.palette();
        double middle = GUTTER / 2;
        switch (row.kind()) {
            case SAME -> {
                // As before: no mark.
            }
            case ADDED -> at.ink().center(bold, palette.get(Role.ADDED), "+", middle, at.middle());
            case REMOVED -> at.ink().center(bold, palette.get(Role.REMOVED), "−", middle, at.middle());
            case CHANGED, TYPE_CHANGED -> {
                if (!passes(row)) {
                    at.ink().center(bold, palette.get(Role.CHANGED), "~", middle, at.middle());
                }
            }
            case MOVED -> moved(at.g(), palette.get(Role.MOVED), middle, at.middle());
        }
    }

    private static void moved(GraphicsContext g, Color color, double x, double y) {
        g.setStroke(color);
        g.setLineWidth(1.3);
        g.strokeLine(x, y - 5, x, y + 5);
        g.strokePolyline(new double[] {x - 2.5, x, x + 2.5}, new double[] {y - 2.5, y - 5, y - 2.5}, 3);
        g.strokePolyline(new double[] {x - 2.5, x, x + 2.5}, new double[] {y + 2.5, y + 5, y + 2.5}, 3);
    }

    private static void triangle(Row at, double x, boolean open) {
        double y = at.middle();
        at.g().setFill(at.faint());
        if (open) {
            at.g().fillPolygon(new double[] {x, x + 6, x + 3}, new double[] {y - 1.5, y - 1.5, y + 2.5}, 3);
        } else {
            at.g().fillPolygon(new double[] {x + 1, x + 5, x + 1}, new double[] {y - 3, y, y + 3}, 3);
        }
    }

    private static Color color(Palette palette, JsonValue value) {
        return palette.get(value instanceof JsonString ? Role.JSON_STRING : Role.JSON_ATOM);
    }

    private static String type(JsonValue value) {
        return switch (value) {
            case JsonObject object -> WORDS.text("json.object");
            case JsonArray array -> WORDS.text("json.list");
            case JsonString string -> WORDS.text("json.text");
            case JsonValue.JsonNumber number -> WORDS.text("json.number");
            case JsonValue.JsonBoolean bool -> WORDS.text("json.boolean");
            case JsonValue.JsonNull nothing -> "null";
        };
    }
}
