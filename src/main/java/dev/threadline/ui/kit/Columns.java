package dev.threadline.ui.kit;

import dev.threadline.ui.kit.RowFlow.Row;
import dev.threadline.ui.theme.Fonts;
import dev.threadline.ui.theme.Palette;
import dev.threadline.ui.theme.Role;
import dev.threadline.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// The columns of a table on a [RowFlow]; where there is little room the least important ones go first.
///
/// JavaFX thread only.
public final class Columns {
    private static final double PADDING = 8;
    private static final double BAR = 6;

    private final List<Column> columns = new ArrayList<>();
    private final double least;
    private double scale = 1;
    private final Map<String, Cell> cells = new TreeMap<>();
    private final List<Region> heads = new ArrayList<>();
    private double fitted = -1;

    /// One column.
    ///
    /// @param name by which it is found
    /// @param title the word at its head
    /// @param width in pixels; 0 for the one that takes the rest
    /// @param right whether its text stands at the right
    /// @param rank 0 for never left out; else the highest goes first
    public record Column(String name, String title, double width, boolean right, int rank) {}

    /// Where a column stands.
    ///
    /// @param x its left edge
    /// @param width its width, 8 px of padding at both sides included
    /// @param right whether its text stands at the right
    public record Cell(double x, double width, boolean right) {
        /// Draws a text into a row's cell.
        public void text(Row row, Font font, Paint paint, String text) {
            double room = width - 2 * PADDING;
            if (right) {
                row.ink().right(font, paint, text, x + width - PADDING, row.middle(), room);
            } else {
                row.ink().left(font, paint, text, x + PADDING, row.middle(), room);
            }
        }

        /// The left edge of its text.
        public double left() {
            return x + PADDING;
        }
    }

    /// Columns of which the one that takes the rest keeps at least `least` pixels as long as others can go.
    public Columns(double least, Column... columns) {
        this.least = least;
        this.columns.addAll(List.of(columns));
    }

    /// Gives a column another width.
    public void resize(String name, double width) {
        if (columns.stream().anyMatch(c -> c.name().equals(name) && c.width() == width)) {
            return;
        }
        columns.replaceAll(c -> c.name().equals(name) ? new Column(name, c.title(), width, c.right(), c.rank()) : c);
        fitted = -1;
        heads.forEach(Region::requestLayout);
    }

    /// Lays the columns out in a width.
    public void fit(double width) {
        if (width == fitted) {
            return;
        }
        fitted = width;
        lay(width - BAR);
    }

    /// Gives columns the room that larger or smaller letters need.
    private void grow(double letters) {
        scale = letters;
        fitted = -1;
        heads.forEach(Region::requestLayout);
    }

    private double wide(Column column) {
        return Math.rint(column.width() * scale);
    }

    private void lay(double width) {
        List<Column> shown = new ArrayList<>(columns);
        while (width - sum(shown) < least && shown.stream().anyMatch(c -> c.rank() > 0)) {
            int highest = shown.stream().mapToInt(Column::rank).max().orElse(0);
            shown.removeIf(c -> c.rank() == highest);
        }
        double rest = Math.max(0, width - sum(shown));
        cells.clear();
        double x = 0;
        for (Column column : shown) {
            double wide = column.width() == 0 ? rest : wide(column);
            cells.put(column.name(), new Cell(x, wide, column.right()));
            x += wide;
        }
    }

    /// Where a column stands, or null while it is left out.
    public @Nullable Cell cell(String name) {
        return cells.get(name);
    }

    private double sum(List<Column> columns) {
        return columns.stream().mapToDouble(this::wide).sum();
    }

    /// The head of the table, 24 px high; fits the columns to its own width.
    public Region head(Theme theme) {
        Head head = new Head(theme);
        heads.add(head);
        return head;
    }

    private final class Head extends Region {
        private final Canvas canvas = new Canvas();
        private final Ink ink;
        private final Font font = Fonts.medium(11);
        private final Theme theme;

        Head(Theme theme) {
            this.theme = theme;
            ink = new Ink(canvas.getGraphicsContext2D(), theme);
            getChildren().add(canvas);
            setMinHeight(24);
            setPrefHeight(24);
            setMaxHeight(24);
            grow(theme.scale().get());
            theme.tell(this, Head::changed);
        }

        private void changed() {
            grow(theme.scale().get());
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            fit(getWidth());
            Palette palette = theme.palette().get();
            var g = canvas.getGraphicsContext2D();
            g.setFill(palette.get(Role.BG_SUBTLE));
            g.fillRect(0, 0, getWidth(), getHeight());
            g.setFill(palette.get(Role.LINE));
            g.fillRect(0, getHeight() - 1, getWidth(), 1);
            Row row = new Row(0, g, ink, palette, 0, getWidth(), getHeight() - 1, false);
            for (Column column : columns) {
                Cell cell = cells.get(column.name());
                if (cell != null) {
                    cell.text(row, font, palette.get(Role.FG_MUTED), column.title());
                }
            }
        }
    }
}
