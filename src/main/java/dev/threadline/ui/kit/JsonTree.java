package dev.threadline.ui.kit;

import dev.threadline.capture.Needle;
import dev.threadline.json.Json;
import dev.threadline.json.JsonChange;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.ui.kit.RowFlow.Row;
import dev.threadline.ui.theme.Role;
import dev.threadline.ui.theme.Theme;
import dev.threadline.words.Words;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A JSON value, or the difference of two, as a canvas tree: Left and Right fold, N and P go to the next or
/// last change, Ctrl C copies the value. JavaFX thread only.
public final class JsonTree {
    private static final Words WORDS = Words.of(JsonTree.class);
    private final JsonRows rows = new JsonRows();
    private final JsonPainter painter = new JsonPainter();
    private final RowFlow flow;
    private Margin margin = (at, row) -> 0;
    private Consumer<@Nullable JsonRow> onSelect = row -> {};

    /// What stands at the right edge of a row.
    public interface Margin {
        /// Draws it and gives its width; 0 for none.
        double draw(Row at, JsonRow row);
    }

    /// An empty tree.
    public JsonTree(Theme theme, String name) {
        flow = new RowFlow(theme, 20, new TreeRows());
        flow.framed(true);
        flow.setAccessibleRole(AccessibleRole.TREE_VIEW);
        flow.setAccessibleRoleDescription(name);
        flow.getStyleClass().add("tl-json");
        flow.selected().subscribe(() -> onSelect.accept(selected()));
        flow.onOpen(this::toggle);
        flow.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        flow.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    /// Its node, the same at every call.
    public Node node() {
        return flow;
    }

    /// Its rows.
    public JsonRows rows() {
        return rows;
    }

    /// Sets what stands at the right edge.
    public void margin(Margin right) {
        margin = right;
    }

    /// Sets who hears of a new selected row; null for none.
    public void onSelect(Consumer<@Nullable JsonRow> listener) {
        onSelect = listener;
    }

    /// Shows a value.
    public void show(JsonValue value) {
        keepingSelection(() -> rows.show(value));
    }

    /// Shows a difference.
    public void show(JsonChange change, boolean changesOnly) {
        keepingSelection(() -> rows.show(change, changesOnly));
    }

    /// Shows nothing.
    public void clear() {
        rows.clear();
        flow.selected().set(-1);
        flow.rowsChanged();
    }

    /// The selected row, or null.
    public @Nullable JsonRow selected() {
        int index = flow.selected().get();
        return index >= 0 && index < rows.size() ? rows.get(index) : null;
    }

    /// Selects a place, or the nearest one above it that is shown.
    public void select(JsonPointer pointer) {
        flow.selected().set(rows.indexOf(pointer));
    }

    /// Marks what is looked for, wherever it is shown; null marks nothing.
    public void seek(@Nullable Needle needle) {
        if (!Objects.equals(needle, painter.sought())) {
            painter.seek(needle);
            flow.redraw();
        }
    }

    /// Opens what is around a place and selects it.
    public void reveal(JsonPointer pointer) {
        int row = rows.indexOf(pointer);
        while (row >= 0
                && rows.get(row).depth() + 1 < pointer.tokens().size()
                && !rows.get(row).open()) {
            rows.setOpen(row, true);
            row = rows.indexOf(pointer);
        }
        flow.rowsChanged();
        flow.selected().set(row);
    }

    /// Goes to the next change, or with -1 to the last one.
    public void change(int step) {
        int found = rows.change(flow.selected().get(), step);
        if (found >= 0) {
            flow.selected().set(found);
        }
    }

    /// Draws again; for a margin that has something new to say.
    public void redraw() {
        flow.redraw();
    }

    private void keepingSelection(Runnable change) {
        JsonRow before = selected();
        change.run();
        flow.selected().set(before == null ? -1 : rows.indexOf(before.pointer()));
        flow.rowsChanged();
    }

    private void pressed(MouseEvent e) {
        JsonRow row = selected();
        if (row != null && JsonPainter.onTriangle(row, rows.isDiff(), e.getX()) && e.getClickCount() == 1) {
            toggle();
        }
    }

    private void toggle() {
        JsonRow row = selected();
        if (row != null) {
            setOpen(!row.open());
        }
    }

    private void setOpen(boolean open) {
        rows.setOpen(flow.selected().get(), open);
        flow.rowsChanged();
    }

    private void key(KeyEvent e) {
        JsonRow row = selected();
        if (e.isShortcutDown()) {
            if (row != null && e.getCode() == javafx.scene.input.KeyCode.C) {
                CopyButton.put(copied(row));
                e.consume();
            }
            return;
        }
        switch (e.getCode()) {
            case LEFT -> left(row);
            case RIGHT -> right(row);
            case N -> change(1);
            case P -> change(-1);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void left(@Nullable JsonRow row) {
        if (row != null && row.open()) {
            setOpen(false);
        } else if (row != null && rows.parent(flow.selected().get()) >= 0) {
            flow.selected().set(rows.parent(flow.selected().get()));
        }
    }

    private void right(@Nullable JsonRow row) {
        if (row != null && row.foldable() && !row.open()) {
            setOpen(true);
        } else if (row != null && row.open()) {
            flow.selected().set(flow.selected().get() + 1);
        }
    }

    private static String copied(JsonRow row) {
        return row.value() instanceof JsonString string ? string.value() : Json.pretty(row.value());
    }

    private final class TreeRows implements RowFlow.Rows {
        @Override
        public int count() {
            return rows.size();
        }

        @Override
        public void draw(Row at) {
            JsonRow row = rows.get(at.index());
            double width = margin.draw(at, row);
            painter.draw(at, row, rows.isDiff(), at.width() - 12 - width);
        }

        @Override
        public @Nullable Role ground(int index) {
            return JsonPainter.ground(rows.get(index));
        }

        @Override
        public String sentence(int index) {
            JsonRow row = rows.get(index);
            if (!row.skipped().isEmpty()) {
                return WORDS.text(
                        "json.as-before", Integer.toString(row.skipped().size()));
            }
            String value = JsonText.of(row.value());
            return switch (row.kind()) {
                case SAME -> WORDS.text("tree.same", row.token(), value);
                case ADDED -> WORDS.text("tree.added", row.token(), value);
                case REMOVED -> WORDS.text("tree.removed", row.token(), value);
                case CHANGED -> WORDS.text("tree.changed", row.token(), value);
                case TYPE_CHANGED -> WORDS.text("tree.type-changed", row.token(), value);
                case MOVED -> WORDS.text("tree.moved", row.token(), value);
            };
        }
    }
}
