package dev.threadline.ui.connect;

import dev.threadline.capture.CaptureFolder;
import dev.threadline.capture.CaptureInfo;
import dev.threadline.protocol.Assistant;
import dev.threadline.settings.KnownDeployment;
import dev.threadline.ui.kit.Buttons;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The column on the left: deployments with their assistants, captures, and the button for a new run. JavaFX thread
/// only.
public final class Sidebar extends VBox {
    private static final Words WORDS = Words.of(Sidebar.class);
    private final TreeView<Entry> tree = new TreeView<>(new TreeItem<>());
    private final VBox captures = new VBox();
    private final Label none = new Label(WORDS.text("sidebar.none"));
    private final Actions actions;

    /// What the sidebar can ask for.
    public interface Actions {
        /// Name another deployment.
        void addDeployment();

        /// Start a run of an assistant, or of the first one where it is null.
        void newRun(@Nullable Connection connection, @Nullable Assistant assistant);

        /// Hear a run that was started elsewhere.
        void joinRun(Connection connection);

        /// Open a capture.
        void open(Path file);

        /// Let the user choose a capture.
        void chooseCapture();

        /// Show all captures.
        void captures();

        /// Connect to a deployment that was connected to before.
        void connect(KnownDeployment known);
    }

    private sealed interface Entry {
        record Known(KnownDeployment deployment) implements Entry {}

        record Deployed(Connection connection) implements Entry {}

        record Heading(String words, int count) implements Entry {}

        record Agent(Connection connection, Assistant assistant) implements Entry {}
    }

    /// An empty sidebar.
    ///
    /// @param corner buttons at the right of its head
    public Sidebar(Actions actions, Node... corner) {
        this.actions = actions;
        getStyleClass().addAll("tl-chrome", "tl-line-right");
        setMinWidth(180);
        setId("sidebar");
        captures.setId("captures");
        tree.setShowRoot(false);
        tree.setId("deployments");
        tree.setAccessibleText(WORDS.text("sidebar.tree"));
        tree.setCellFactory(view -> new Cell());
        tree.setFixedCellSize(24);
        tree.setOnMouseClicked(e -> {
            if (e.getClickCount() == 1) {
                openSelected();
            }
        });
        tree.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
                openSelected();
            }
        });
        VBox.setVgrow(tree, Priority.ALWAYS);
        none.getStyleClass().add("tl-subtle");
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        none.setPadding(new Insets(2, 12, 8, 12));
        none.visibleProperty().bind(Bindings.isEmpty(tree.getRoot().getChildren()));
        none.managedProperty().bind(none.visibleProperty());
        Button newRun = Buttons.of(WORDS.text("sidebar.new-run"), Feather.PLUS, "Ctrl N", () -> newRunOfSelected());
        newRun.setMaxWidth(Double.MAX_VALUE);
        newRun.setId("new-run");
        HBox foot = new HBox(newRun);
        HBox.setHgrow(newRun, Priority.ALWAYS);
        foot.setPadding(new Insets(8, 12, 8, 12));
        foot.getStyleClass().add("tl-line-top-muted");
        getChildren()
                .addAll(
                        brand(corner),
                        section(
                                label(WORDS.text("sidebar.deployments")),
                                Buttons.icon(WORDS.text("sidebar.add"), Feather.PLUS, actions::addDeployment)),
                        none,
                        tree,
                        section(
                                allCaptures(),
                                Buttons.icon(WORDS.text("sidebar.open"), Feather.FOLDER, actions::chooseCapture)),
                        captures,
                        foot);
    }

    /// Adds a deployment, or replaces the one with its address, unfolded.
    public void show(Connection connection) {
        TreeItem<Entry> item = new TreeItem<>(new Entry.Deployed(connection));
        TreeItem<Entry> heading = new TreeItem<>(new Entry.Heading(
                WORDS.text("sidebar.assistants"), connection.assistants().size()));
        for (Assistant assistant : connection.assistants()) {
            heading.getChildren().add(new TreeItem<>(new Entry.Agent(connection, assistant)));
        }
        item.getChildren().add(heading);
        item.setExpanded(true);
        heading.setExpanded(true);
        tree.getRoot()
                .getChildren()
                .removeIf(old -> isAt(old.getValue(), connection.deployment().address()));
        tree.getRoot().getChildren().add(deployed(), item);
    }

    /// How many deployments are connected: they stand before those that are not.
    private int deployed() {
        return (int) tree.getRoot().getChildren().stream()
                .filter(item -> item.getValue() instanceof Entry.Deployed)
                .count();
    }

    /// Lists, below the connected ones, the deployments that were connected to before.
    public void known(List<KnownDeployment> known) {
        List<TreeItem<Entry>> items = tree.getRoot().getChildren();
        items.removeIf(item -> item.getValue() instanceof Entry.Known);
        known.stream()
                .filter(each -> items.stream().noneMatch(item -> isAt(item.getValue(), each.address())))
                .forEach(each -> items.add(new TreeItem<>(new Entry.Known(each))));
    }

    private static boolean isAt(Entry entry, URI address) {
        return switch (entry) {
            case Entry.Deployed there ->
                there.connection().deployment().address().equals(address);
            case Entry.Known there -> there.deployment().address().equals(address);
            default -> false;
        };
    }

    /// Lists the newest captures.
    public void show(List<CaptureFolder.Item> items) {
        captures.getChildren().clear();
        for (CaptureFolder.Item item : items.subList(0, Math.min(8, items.size()))) {
            captures.getChildren().add(captureRow(item));
        }
        if (items.isEmpty()) {
            Label empty = new Label(WORDS.text("sidebar.no-captures"));
            empty.setWrapText(true);
            empty.setMinHeight(USE_PREF_SIZE);
            empty.getStyleClass().add("tl-subtle");
            empty.setPadding(new Insets(2, 12, 8, 12));
            captures.getChildren().add(empty);
        }
    }

    private Node captureRow(CaptureFolder.Item item) {
        String name = item.file().getFileName().toString().replace(CaptureFolder.EXTENSION, "");
        CaptureInfo info = item.info();
        String thread = info == null ? null : info.threadId();
        // As its tab is called: the heads of ids are alike.
        Label label = new Label(info == null || thread == null ? name : info.assistant());
        label.setMinWidth(0);
        Label tail = new Label(thread == null ? "" : "…" + Figures.tail(thread));
        tail.getStyleClass().addAll("tl-data", "tl-subtle");
        tail.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label size = new Label(Figures.bytes(item.size()));
        size.getStyleClass().addAll("tl-small", "tl-subtle");
        size.setMinWidth(Region.USE_PREF_SIZE);
        HBox content = new HBox(6, Icons.small(Feather.FILE), label, tail, space, size);
        content.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button("", content);
        row.getStyleClass().add("tl-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAlignment(Pos.CENTER_LEFT);
        content.prefWidthProperty().bind(widthProperty().subtract(26));
        row.setAccessibleText(WORDS.text("sidebar.open.this", name));
        row.setTooltip(new Tooltip(String.valueOf(item.file().getFileName())));
        row.setOnAction(e -> actions.open(item.file()));
        return row;
    }

    /// Starts a run of the selected assistant, or of the first one.
    public void newRunOfSelected() {
        TreeItem<Entry> item = tree.getSelectionModel().getSelectedItem();
        if (item != null && item.getValue() instanceof Entry.Agent agent) {
            actions.newRun(agent.connection(), agent.assistant());
        } else {
            actions.newRun(null, null);
        }
    }

    private void openSelected() {
        TreeItem<Entry> item = tree.getSelectionModel().getSelectedItem();
        if (item != null && item.getValue() instanceof Entry.Agent agent) {
            actions.newRun(agent.connection(), agent.assistant());
        } else if (item != null && item.getValue() instanceof Entry.Known known) {
            actions.connect(known.deployment());
        }
    }

    /// What stands for the folded sidebar: its buttons as icons.
    ///
    /// @param foot buttons at its foot, above that of a new run
    public Node rail(Runnable unfold, Node... foot) {
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        VBox rail = new VBox(
                4,
                Buttons.icon(WORDS.text("sidebar.rail.unfold"), Feather.SIDEBAR, unfold),
                Buttons.icon(WORDS.text("sidebar.add"), Feather.SERVER, actions::addDeployment),
                Buttons.icon(WORDS.text("sidebar.all-captures"), Feather.ARCHIVE, actions::captures),
                Buttons.icon(WORDS.text("sidebar.open"), Feather.FOLDER, actions::chooseCapture),
                space,
                feet(foot),
                Buttons.icon(WORDS.text("sidebar.rail.new-run"), Feather.PLUS, this::newRunOfSelected));
        rail.getStyleClass().addAll("tl-chrome", "tl-line-right");
        rail.setAlignment(Pos.TOP_CENTER);
        rail.setPadding(new Insets(5, 0, 8, 0));
        rail.setMinWidth(40);
        rail.setPrefWidth(40);
        rail.setId("rail");
        return rail;
    }

    private static VBox feet(Node... buttons) {
        VBox feet = new VBox(4, buttons);
        feet.setAlignment(Pos.CENTER);
        return feet;
    }

    private static Node brand(Node... corner) {
        Label name = new Label(WORDS.text("sidebar.brand"));
        name.getStyleClass().add("tl-heading");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(2, corner);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        HBox brand = new HBox(8, dev.threadline.ui.theme.Mark.node(16), name, space, buttons);
        brand.setAlignment(Pos.CENTER_LEFT);
        brand.setMinHeight(36);
        brand.setPadding(new Insets(0, 8, 0, 12));
        brand.getStyleClass().add("tl-line-bottom");
        return brand;
    }

    private static Label label(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("tl-medium", "tl-small", "tl-muted");
        return label;
    }

    /// The heading that leads to all captures.
    private Button allCaptures() {
        Button heading = new Button(WORDS.text("sidebar.captures"));
        heading.setId("all-captures");
        heading.getStyleClass().addAll("tl-heading-button");
        heading.setTooltip(new Tooltip(WORDS.text("sidebar.all-captures")));
        heading.setAccessibleText(WORDS.text("sidebar.all-captures"));
        heading.setOnAction(e -> actions.captures());
        return heading;
    }

    private static Node section(Node label, Button action) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox section = new HBox(4, label, space, action);
        section.setAlignment(Pos.CENTER_LEFT);
        section.setPadding(new Insets(4, 4, 0, 12));
        return section;
    }

    private final class Cell extends TreeCell<Entry> {
        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setContextMenu(!empty && entry instanceof Entry.Deployed deployed ? menu(deployed.connection()) : null);
            setText(null);
            setGraphic(empty || entry == null ? null : content(entry));
        }

        private ContextMenu menu(Connection connection) {
            MenuItem run = new MenuItem(WORDS.text("sidebar.new-run"));
            run.setOnAction(e -> actions.newRun(connection, null));
            MenuItem join = new MenuItem(WORDS.text("sidebar.join"));
            join.setOnAction(e -> actions.joinRun(connection));
            return new ContextMenu(run, join);
        }

        private static Node content(Entry entry) {
            return switch (entry) {
                case Entry.Deployed deployed -> {
                    Region dot = new Region();
                    dot.getStyleClass().addAll("tl-dot", "good");
                    yield row(
                            dot,
                            deployed.connection().deployment().name(),
                            true,
                            deployed.connection().deployment().place());
                }
                case Entry.Known known -> {
                    Region dot = new Region();
                    dot.getStyleClass().addAll("tl-dot", "tl-dot-off");
                    yield row(
                            dot,
                            known.deployment().name(),
                            false,
                            known.deployment().place());
                }
                case Entry.Heading heading -> row(null, heading.words(), false, Integer.toString(heading.count()));
                case Entry.Agent agent ->
                    row(Icons.small(Feather.SHARE_2), agent.assistant().name(), false, "");
            };
        }

        private static Node row(@Nullable Node mark, String words, boolean strong, String aside) {
            Label label = new Label(words);
            if (strong) {
                label.getStyleClass().add("tl-medium");
            }
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label right = new Label(aside);
            right.getStyleClass().addAll("tl-small", "tl-subtle");
            HBox row = new HBox(6);
            if (mark != null) {
                row.getChildren().add(mark);
            }
            row.getChildren().addAll(label, space, right);
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
