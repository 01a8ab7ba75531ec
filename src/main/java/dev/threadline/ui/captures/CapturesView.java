package dev.threadline.ui.captures;

import dev.threadline.capture.CaptureFolder.Item;
import dev.threadline.ui.kit.Buttons;
import dev.threadline.ui.kit.EmptyPane;
import dev.threadline.ui.kit.FailureBanner;
import dev.threadline.ui.kit.FailureBanner.Failure;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.Panes;
import dev.threadline.ui.kit.Pulse;
import dev.threadline.ui.theme.Icons;
import dev.threadline.ui.theme.Theme;
import dev.threadline.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// All captures of the folder, to be found, opened, renamed and deleted (look, `fork-captures`). JavaFX thread only.
public final class CapturesView extends VBox implements Panes, Pulse.Beat, AutoCloseable {
    private static final Words WORDS = Words.of(CapturesView.class);

    /// How often captures that are being recorded are looked at again.
    private static final long LIVE_NANOS = 2_000_000_000L;

    private final Actions actions;
    private final CapturesTable table;
    private final Label amount = new Label();
    private final TextField search = new TextField();
    private final VBox notice = new VBox();
    private final EmptyPane none;
    private final Label unfound = new Label();
    private final VBox hidden;
    private final Button show;
    private final Button rename;
    private final Button delete;
    private List<Item> items = List.of();
    private @Nullable FolderLimit limit;
    private boolean recording;
    private long looked;

    /// What the view asks the window for.
    public interface Actions {
        /// Open a capture in a tab.
        void open(Path file);

        /// Let the user choose a file.
        void choose();

        /// Show a capture in the system's window on its folder.
        void showInFolder(Path file);

        /// Give a capture another name.
        void rename(Path file, String name);

        /// Delete captures; that can be taken back for a while.
        void delete(List<Path> files);

        /// Take the last deletion back, while that can be done; whether it could.
        boolean undo();

        /// Look at the folder again.
        void refresh();

        /// Show which captures would have to go, and ask.
        void review(FolderLimit limit);

        /// What this window does with a capture.
        CaptureUse use(Path file);

        /// Keep the order of the table.
        void sorted(String order);
    }

    /// An empty view.
    ///
    /// @param order how the table was sorted last, empty for the newest first
    public CapturesView(Theme theme, String order, Actions actions) {
        this.actions = actions;
        table = new CapturesTable(theme, new Deeds(), (row, name) -> actions.rename(row.file(), name));
        table.sort(order);
        table.onSort(actions::sorted);
        setId("captures-view");
        getStylesheets()
                .add(Objects.requireNonNull(CapturesView.class.getResource("captures.css"))
                        .toExternalForm());
        show = Buttons.icon(WORDS.text("capturesView.show"), Feather.EXTERNAL_LINK, this::showSelected);
        rename = Buttons.icon(WORDS.text("capturesView.rename"), Feather.EDIT_2, table::rename);
        delete = Buttons.icon(WORDS.text("capturesView.delete"), Feather.TRASH_2, this::deleteSelected);
        delete.setId("delete-captures");
        none = new EmptyPane(
                Feather.ARCHIVE, WORDS.text("capturesView.none"), WORDS.text("capturesView.none.how"), openFile(""));
        none.setVisible(false);
        hidden = hidden();
        StackPane body = new StackPane(table.node(), none, hidden);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(), notice, body, dropHint());
        table.onSelect(this::selectionMoved);
        selectionMoved();
    }

    private HBox head() {
        Label title = new Label(WORDS.text("capturesView.title"));
        title.getStyleClass().add("tl-heading");
        title.setMinWidth(Region.USE_PREF_SIZE);
        amount.getStyleClass().add("tl-muted");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        amount.setId("captures-amount");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button open = openFile("Ctrl O");
        open.setId("captures-open-file");
        HBox head = new HBox(title, amount, searchField(), space, open, show, rename, delete);
        head.getStyleClass().addAll("tl-header", "tl-line-bottom-muted");
        return head;
    }

    private Button openFile(String key) {
        return Buttons.of(WORDS.text("capturesView.open-file"), Feather.FOLDER, key, actions::choose);
    }

    private Node searchField() {
        search.setId("captures-search");
        search.setPromptText(WORDS.text("capturesView.search"));
        search.setAccessibleText(WORDS.text("capturesView.search"));
        search.setPrefWidth(300);
        search.setMinWidth(120);
        search.textProperty().subscribe(this::searched);
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                e.consume();
            } else if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
                table.focus();
                e.consume();
            }
        });
        Node icon = Icons.small(Feather.SEARCH);
        icon.setMouseTransparent(true);
        StackPane field = new StackPane(search, icon);
        field.getStyleClass().add("tl-search");
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        StackPane.setMargin(icon, new Insets(0, 0, 0, 9));
        HBox.setMargin(field, new Insets(0, 0, 0, 8));
        field.setMinWidth(120);
        return field;
    }

    private VBox hidden() {
        unfound.getStyleClass().add("tl-medium");
        Button clear = Buttons.of(WORDS.text("capturesView.clear"), Feather.X, "Esc", search::clear);
        VBox box = new VBox(10, Icons.sized(Feather.SEARCH, 16), unfound, clear);
        box.setAlignment(Pos.CENTER);
        box.setVisible(false);
        box.setPickOnBounds(false);
        return box;
    }

    private static Node dropHint() {
        Label hint = new Label(WORDS.text("capturesView.drop"), Icons.small(Feather.DOWNLOAD));
        hint.getStyleClass().add("tl-muted");
        hint.setGraphicTextGap(8);
        HBox foot = new HBox(hint);
        foot.getStyleClass().addAll("tl-panel-header", "tl-line-top-muted");
        return foot;
    }

    /// Shows the captures of the folder, as far as they are known.
    public void show(List<Item> now) {
        items = now;
        rows();
    }

    /// Says why the folder can't be read.
    public void show(Failure failure) {
        items = List.of();
        rows();
        notice.getChildren().setAll(new FailureBanner(failure, List.of()));
        none.setVisible(false);
    }

    /// Shows the same captures as they are used now.
    private void rows() {
        List<CaptureRow> rows = items.stream()
                .map(item -> new CaptureRow(item, actions.use(item.file())))
                .toList();
        recording = rows.stream().anyMatch(row -> row.use() == CaptureUse.RECORDING);
        table.show(rows);
        said();
    }

    /// Says that the captures take more room than they may, or no longer.
    public void limit(FolderLimit now) {
        if (now.equals(limit)) {
            return;
        }
        limit = now;
        notice.getChildren().clear();
        if (now.exceeded()) {
            String words = now.over().isEmpty()
                    ? WORDS.text("capturesView.over.none")
                    : WORDS.text(
                            "capturesView.over.what",
                            now.over().size(),
                            Figures.count(now.over().size()),
                            Figures.bytes(now.freed()));
            Button review = new Button(WORDS.text("capturesView.over.review"));
            review.getStyleClass().add("tl-small");
            review.setId("review-captures");
            review.setOnAction(e -> actions.review(now));
            FailureBanner banner = new FailureBanner(
                    new Failure(
                            WORDS.text("capturesView.over", Figures.bytes(now.total()), Figures.bytes(now.limit())),
                            words,
                            ""),
                    now.over().isEmpty() ? List.of() : List.of(review));
            banner.getStyleClass().add("waiting");
            banner.setId("captures-over");
            notice.getChildren().add(banner);
        }
    }

    private void searched() {
        table.search(CaptureSearch.of(search.getText()));
        said();
    }

    private void said() {
        boolean searching = !search.getText().isBlank();
        amount.setText(
                searching
                        ? WORDS.text("capturesView.shown", Figures.count(table.shown()), Figures.count(table.total()))
                        : WORDS.text("capturesView.amount", Figures.count(items.size()), bytes()));
        none.setVisible(items.isEmpty());
        hidden.setVisible(searching && table.shown() == 0 && !items.isEmpty());
        unfound.setText(WORDS.text("capturesView.unfound", search.getText().strip()));
    }

    private void selectionMoved() {
        List<CaptureRow> rows = table.selected();
        show.setDisable(rows.size() != 1);
        rename.setDisable(rows.size() != 1 || rows.getFirst().use() == CaptureUse.RECORDING);
        delete.setDisable(rows.isEmpty());
    }

    private void showSelected() {
        table.selected().stream().findFirst().ifPresent(row -> actions.showInFolder(row.file()));
    }

    private void deleteSelected() {
        new Deeds().delete(table.selected());
    }

    /// Puts the focus into the search field.
    public void search() {
        search.requestFocus();
        search.selectAll();
    }

    /// Selects a capture and brings it into sight.
    public void choose(Path file) {
        table.choose(file);
    }

    /// How many captures there are: `10 files`.
    public String count() {
        return WORDS.text("capturesView.files", items.size(), Figures.count(items.size()));
    }

    /// How much room they take.
    public String bytes() {
        return Figures.bytes(items.stream().mapToLong(Item::size).sum());
    }

    /// The rows as sentences, in the order of the table.
    public List<String> sentences() {
        return table.sentences();
    }

    @Override
    public void pulse(long deadline) {
        long now = System.nanoTime();
        if (recording && now - looked > LIVE_NANOS) {
            looked = now;
            actions.refresh();
        }
    }

    @Override
    public List<Node> panes() {
        return items.isEmpty() ? List.of(search) : List.of(table.node(), search);
    }

    @Override
    public void close() {
        table.close();
    }

    private final class Deeds implements CapturesTable.Deeds {
        @Override
        public void open(List<CaptureRow> rows) {
            rows.forEach(row -> actions.open(row.file()));
        }

        @Override
        public void showInFolder(CaptureRow row) {
            actions.showInFolder(row.file());
        }

        @Override
        public void delete(List<CaptureRow> rows) {
            if (!rows.isEmpty()) {
                actions.delete(rows.stream().map(CaptureRow::file).toList());
            }
        }

        @Override
        public boolean undo() {
            return actions.undo();
        }

        @Override
        public void search() {
            CapturesView.this.search();
        }
    }
}
