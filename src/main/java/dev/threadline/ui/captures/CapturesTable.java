package dev.threadline.ui.captures;

import dev.threadline.ui.kit.CopyButton;
import dev.threadline.ui.theme.Theme;
import dev.threadline.words.Words;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The table of captures: searched, sorted, and with several selected at once. JavaFX thread only.
final class CapturesTable {
    private static final Words WORDS = Words.of(CapturesTable.class);

    private final ObservableList<CaptureRow> source = FXCollections.observableArrayList();
    private final FilteredList<CaptureRow> filtered = new FilteredList<>(source);
    private final SortedList<CaptureRow> sorted = new SortedList<>(filtered);
    private final TableView<CaptureRow> table = new TableView<>(sorted);
    private final CaptureColumns columns;
    private final Deeds deeds;
    private final Subscription subscriptions;
    private @Nullable List<CaptureRow> waiting;

    /// What can be done with rows.
    interface Deeds {
        void open(List<CaptureRow> rows);

        void showInFolder(CaptureRow row);

        void delete(List<CaptureRow> rows);

        boolean undo();

        void search();
    }

    CapturesTable(Theme theme, Deeds deeds, BiConsumer<CaptureRow, String> rename) {
        this.deeds = deeds;
        columns = new CaptureColumns(theme, rename);
        table.getColumns().addAll(columns.all());
        table.getStyleClass().add("tl-table");
        table.setId("captures-table");
        table.setAccessibleText(WORDS.text("capturesTable.name"));
        table.setFixedCellSize(24);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setRowFactory(view -> new Row());
        table.setPlaceholder(new javafx.scene.layout.Region());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.setContextMenu(menu());
        subscriptions = Subscription.combine(
                table.widthProperty().subscribe(width -> columns.fit(width.doubleValue())),
                theme.scale().subscribe(() -> columns.fit(table.getWidth())),
                theme.palette().subscribe(table::refresh),
                table.editingCellProperty().subscribe(this::edited));
    }

    Node node() {
        return table;
    }

    /// Stops looking at the theme.
    void close() {
        subscriptions.unsubscribe();
    }

    /// Sorts as it was kept.
    void sort(String order) {
        columns.sort(table, order);
    }

    /// Hears how it is sorted whenever that changes.
    void onSort(java.util.function.Consumer<String> told) {
        table.getSortOrder().addListener((ListChangeListener<TableColumn<CaptureRow, ?>>)
                change -> told.accept(CaptureColumns.order(table)));
        columns.all()
                .forEach(column -> column.sortTypeProperty().subscribe(() -> {
                    if (table.getSortOrder().contains(column)) {
                        told.accept(CaptureColumns.order(table));
                    }
                }));
    }

    /// Shows these rows; what was selected stays selected.
    void show(List<CaptureRow> rows) {
        if (table.getEditingCell() != null) {
            // The user is typing into one of them.
            waiting = rows;
            return;
        }
        waiting = null;
        if (rows.equals(source)) {
            return;
        }
        Set<Path> chosen = new HashSet<>();
        selected().forEach(row -> chosen.add(row.file()));
        CaptureRow focused = table.getFocusModel().getFocusedItem();
        source.setAll(rows);
        select(chosen, focused == null ? null : focused.file());
    }

    private void edited() {
        List<CaptureRow> rows = waiting;
        if (rows != null && table.getEditingCell() == null) {
            show(rows);
        }
    }

    private void select(Set<Path> chosen, @Nullable Path focus) {
        table.getSelectionModel().clearSelection();
        // Shift and an arrow would go on from where rows were chosen last, which is another capture's row by now.
        table.getProperties().remove("anchor");
        int at = -1;
        for (int i = 0; i < sorted.size(); i++) {
            Path file = sorted.get(i).file();
            if (chosen.contains(file)) {
                table.getSelectionModel().select(i);
            }
            at = file.equals(focus) ? i : at;
        }
        if (at >= 0) {
            table.getFocusModel().focus(at);
        }
    }

    /// Selects a capture alone and brings it into sight.
    void choose(Path file) {
        select(Set.of(file), file);
        table.scrollTo(table.getSelectionModel().getSelectedIndex());
    }

    /// Shows only what passes.
    void search(Predicate<CaptureRow> passes) {
        filtered.setPredicate(passes);
    }

    /// How many rows are shown, and of how many.
    int shown() {
        return filtered.size();
    }

    int total() {
        return source.size();
    }

    List<CaptureRow> selected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /// The rows as sentences, in their order.
    List<String> sentences() {
        return sorted.stream().map(CaptureColumns::sentence).toList();
    }

    /// Puts the focus on the rows, on the first one where none was chosen.
    void focus() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !sorted.isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    /// Hears of each change of the selection.
    void onSelect(Runnable told) {
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<CaptureRow>) change -> told.run());
    }

    /// Edits the name of the row with the focus.
    void rename() {
        int row = table.getSelectionModel().getSelectedIndex();
        if (row >= 0 && table.getSelectionModel().getSelectedItem().use() != CaptureUse.RECORDING) {
            table.setEditable(true);
            table.scrollTo(row);
            table.layout();
            table.edit(row, columns.name());
        }
    }

    private void key(KeyEvent e) {
        if (table.getEditingCell() != null) {
            return;
        }
        if (e.isShortcutDown()) {
            switch (e.getCode()) {
                case Z -> deeds.undo();
                case F -> deeds.search();
                default -> {
                    return;
                }
            }
            e.consume();
            return;
        }
        switch (e.getCode()) {
            case ENTER -> deeds.open(selected());
            case DELETE, BACK_SPACE -> deeds.delete(selected());
            case F2 -> rename();
            case J, K -> step(e.getCode() == KeyCode.J ? 1 : -1);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void step(int by) {
        int to = Math.clamp(table.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, sorted.size() - 1));
        if (!sorted.isEmpty()) {
            table.getSelectionModel().clearAndSelect(to);
            table.scrollTo(to);
        }
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item(WORDS.text("capturesTable.open"), () -> deeds.open(selected())),
                item(
                        WORDS.text("capturesTable.show"),
                        () -> selected().stream().findFirst().ifPresent(deeds::showInFolder)),
                item(WORDS.text("capturesTable.rename"), this::rename),
                item(WORDS.text("capturesTable.copy"), this::copyPaths),
                new SeparatorMenuItem(),
                sorting(),
                new SeparatorMenuItem(),
                item(WORDS.text("capturesTable.delete"), () -> deeds.delete(selected())));
    }

    /// Sorts without a mouse: the same column again turns the order round.
    private Menu sorting() {
        Menu menu = new Menu(WORDS.text("capturesTable.sort"));
        menu.setId("sort-captures");
        columns.all().stream()
                .filter(TableColumn::isSortable)
                .forEach(column -> menu.getItems().add(item(column.getText(), () -> {
                    String order = CaptureColumns.order(table);
                    columns.sort(table, order.equals(column.getId()) ? "-" + order : column.getId());
                })));
        return menu;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(e -> action.run());
        return item;
    }

    private void copyPaths() {
        CopyButton.put(selected().stream()
                .map(row -> row.file().toString())
                .reduce((a, b) -> a + "\n" + b)
                .orElse(""));
    }

    private final class Row extends TableRow<CaptureRow> {
        private Row() {
            setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && e.getButton() == MouseButton.PRIMARY && !isEmpty() && !isEditing()) {
                    deeds.open(List.of(getItem()));
                }
            });
        }

        @Override
        protected void updateItem(@Nullable CaptureRow row, boolean empty) {
            super.updateItem(row, empty);
            setAccessibleText(empty || row == null ? null : CaptureColumns.sentence(row));
        }
    }
}
