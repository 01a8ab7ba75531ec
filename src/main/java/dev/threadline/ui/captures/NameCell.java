package dev.threadline.ui.captures;

import dev.threadline.run.RunStatus;
import dev.threadline.ui.theme.Glyph;
import dev.threadline.ui.theme.Theme;
import dev.threadline.words.Words;
import java.util.function.BiConsumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// A capture's name with the mark of how it ended; while it is renamed, a field over it. JavaFX thread only.
final class NameCell extends TableCell<CaptureRow, CaptureRow> {
    private static final Words WORDS = Words.of(NameCell.class);
    private static final double SIDE = 12;

    private final Theme theme;
    private final BiConsumer<CaptureRow, String> rename;
    private final Canvas mark = new Canvas(SIDE, SIDE);
    private final Tooltip whole = new Tooltip();

    NameCell(Theme theme, BiConsumer<CaptureRow, String> rename) {
        this.theme = theme;
        this.rename = rename;
        getStyleClass().add("tl-name");
        setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(@Nullable CaptureRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
        } else if (!isEditing()) {
            show(row);
        }
    }

    private void show(CaptureRow row) {
        setContentDisplay(ContentDisplay.LEFT);
        setText(row.name());
        setGraphic(mark);
        setAccessibleText(row.sentence());
        whole.setText(row.file().toString());
        setTooltip(whole);
        mark.getGraphicsContext2D().clearRect(0, 0, SIDE, SIDE);
        Glyph glyph = glyph(row);
        if (glyph != null) {
            glyph.draw(mark.getGraphicsContext2D(), theme.palette().get(), 0, 0, SIDE);
        }
    }

    private static @Nullable Glyph glyph(CaptureRow row) {
        if (row.item().failure() != null) {
            return Glyph.FAILED;
        }
        RunStatus status = row.status();
        if (status == null) {
            return row.readable() ? Glyph.NOT_YET : null;
        }
        return switch (status) {
            case STARTING -> Glyph.NOT_YET;
            case RUNNING -> Glyph.RUNNING;
            case SUCCESS -> Glyph.DONE;
            case WAITING -> Glyph.WAITING;
            case FAILED -> Glyph.FAILED;
            case CANCELLED -> Glyph.CANCELLED;
            case UNKNOWN -> Glyph.UNKNOWN;
        };
    }

    @Override
    public void startEdit() {
        CaptureRow row = getItem();
        if (isEmpty() || row == null || !getTableView().isEditable()) {
            return;
        }
        super.startEdit();
        TextField field = new TextField(row.name());
        field.setId("rename");
        field.setAccessibleText(WORDS.text("nameCell.rename", row.name()));
        boolean[] done = {false};
        Runnable commit = () -> {
            if (!done[0]) {
                done[0] = true;
                String wanted = field.getText().strip();
                cancelEdit();
                if (!wanted.isEmpty() && !wanted.equals(row.name())) {
                    rename.accept(row, wanted);
                }
            }
        };
        field.setOnAction(e -> {
            commit.run();
            e.consume();
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                done[0] = true;
                cancelEdit();
            }
            // Keys that mean something to the table mean nothing to a text.
            e.consume();
        });
        field.focusedProperty().subscribe((before, now) -> {
            if (!now) {
                commit.run();
            }
        });
        setText(null);
        setTooltip(null);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(field);
        field.requestFocus();
        field.selectAll();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        getTableView().setEditable(false);
        CaptureRow row = getItem();
        if (row != null) {
            show(row);
        }
        getTableView().requestFocus();
    }
}
