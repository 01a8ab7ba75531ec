package dev.threadline.panel.node;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.Execution;
import dev.threadline.run.Span;
import dev.threadline.ui.kit.Columns;
import dev.threadline.ui.kit.Columns.Cell;
import dev.threadline.ui.kit.Columns.Column;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.RowFlow.Row;
import dev.threadline.ui.theme.Fonts;
import dev.threadline.ui.theme.Palette;
import dev.threadline.ui.theme.Role;
import dev.threadline.words.Words;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// Draws a row of the executions of a node (look, node-graph). JavaFX thread only.
final class ExecutionPainter {
    private static final Words WORDS = Words.of(ExecutionPainter.class);
    private final Font data = Fonts.data(11.5);
    private final OpenRun run;
    private final Inputs inputs;
    private final Columns columns = new Columns(
            60,
            new Column("glyph", "", 34, false, 0),
            new Column("step", WORDS.text("column.step"), 44, true, 2),
            new Column("task", WORDS.text("column.task"), 84, false, 4),
            new Column("input", WORDS.text("column.input"), 150, false, 1),
            new Column("start", WORDS.text("column.start"), 68, true, 3),
            new Column("took", WORDS.text("column.took"), 80, true, 0),
            new Column("bar", "", 0, false, 0),
            new Column("wrote", WORDS.text("column.wrote"), 66, true, 0));

    ExecutionPainter(OpenRun run, Inputs inputs) {
        this.run = run;
        this.inputs = inputs;
    }

    /// The columns, also for the head.
    Columns columns() {
        return columns;
    }

    /// Draws an execution.
    ///
    /// @param longest the longest time that one took, in microseconds: a full bar
    void draw(Row row, Execution execution, long longest) {
        columns.fit(row.width());
        Palette palette = row.palette();
        ExecutionWords.glyph(execution).draw(row.g(), palette, 12, row.middle() - 6, 12);
        if (execution.step() != EventFacts.NO_STEP) {
            cell("step", row, row.faint(), Integer.toString(execution.step()));
        }
        String task = execution.task();
        cell("task", row, palette.get(Role.FG), task.length() > 8 ? task.substring(0, 8) : task);
        cell("input", row, row.faint(), inputs.of(execution));
        Span span = run.executions().span();
        if (span != null) {
            cell(
                    "start",
                    row,
                    palette.get(Role.FG),
                    Figures.count(Math.round((execution.start() - span.first()) / 1000.0)));
        }
        long took = ExecutionWords.took(execution, run);
        cell("took", row, palette.get(Role.FG), ExecutionWords.millis(took));
        bar(row, execution, (double) took / Math.max(1, longest));
        long wrote = ExecutionWords.wrote(execution, run.log());
        cell("wrote", row, row.faint(), wrote < 0 ? "" : Figures.bytes(wrote));
    }

    private void bar(Row row, Execution execution, double share) {
        Cell cell = columns.cell("bar");
        if (cell == null || cell.width() < 24) {
            return;
        }
        Palette palette = row.palette();
        Color hue = palette.lane(run.colors().of(execution.node()));
        boolean failed = execution.state() == Execution.State.FAILED;
        double width = Math.max(2, (cell.width() - 16) * Math.clamp(share, 0, 1));
        row.g().setFill(failed ? palette.get(Role.FAILED) : hue.deriveColor(0, 1, 1, 0.75));
        row.g().fillRoundRect(cell.left(), Math.rint(row.middle()) - 4, width, 8, 2, 2);
        if (execution.state() == Execution.State.RUNNING) {
            row.g().setFill(palette.get(Role.ACCENT));
            row.g().fillRect(cell.left() + width, Math.rint(row.middle()) - 4, 2, 8);
        }
    }

    private void cell(String name, Row row, Color color, String text) {
        Cell cell = columns.cell(name);
        if (cell != null) {
            cell.text(row, data, color, text);
        }
    }
}
