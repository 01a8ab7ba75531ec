package dev.threadline.ui.shell;

import dev.threadline.ui.kit.Focus;
import dev.threadline.ui.kit.Panes;
import dev.threadline.ui.kit.Pulse;
import dev.threadline.words.Words;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Insets;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The window's content: sidebar, tabs, status bar; with nothing open, the first screen. JavaFX thread only.
public final class MainWindow extends BorderPane implements Pulse.Beat {
    private static final Words WORDS = Words.of(MainWindow.class);
    private static final double RAIL_BELOW = 1180;

    private final TabPane tabs = new TabPane();
    private final StatusBar status = new StatusBar();
    private final StackPane center = new StackPane(tabs);
    private @Nullable Node sidebar;
    private @Nullable Node rail;
    private @Nullable Region side;
    private @Nullable Boolean wanted;
    private double sidebarWidth = 232;
    private boolean focusWanted;

    /// An empty window.
    public MainWindow() {
        tabs.getStyleClass().add("tl-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        tabs.setId("tabs");
        tabs.setAccessibleText(WORDS.text("mainWindow.tabs"));
        setCenter(center);
        setBottom(status);
        widthProperty().subscribe(this::arrange);
        tabs.getTabs().subscribe(this::arrange);
    }

    /// The bar at the foot.
    public StatusBar status() {
        return status;
    }

    /// The sidebar, shown once something is connected or open, and the rail that stands for it where it is folded.
    public void sidebar(Region wide, Node narrow) {
        if (!wide.equals(side)) {
            side = wide;
            wide.setPrefWidth(sidebarWidth);
        }
        sidebar = new HBox(wide, edge(wide));
        rail = narrow;
        arrange();
    }

    /// How the sidebar shall be.
    ///
    /// @param width in px, 180 to 360
    /// @param shown whether it is unfolded; null leaves it to the window's width
    public void sidebar(double width, @Nullable Boolean shown) {
        sidebarWidth = width;
        wanted = shown;
        arrange();
    }

    /// The sidebar's width as the user last left it.
    public double sidebarWidth() {
        return side == null ? sidebarWidth : side.getPrefWidth();
    }

    /// Whether the user wants the sidebar unfolded; null where nothing was said.
    public @Nullable Boolean sidebarWanted() {
        return wanted;
    }

    /// What is shown while no tab is open.
    public void firstScreen(Node node) {
        center.getChildren().setAll(node, tabs);
        arrange();
    }

    /// Folds the sidebar to its rail, or unfolds it.
    public void toggleSidebar() {
        wanted = !wide();
        arrange();
    }

    /// Wide as the user last said; until then where there is room for it.
    private boolean wide() {
        return wanted != null
                ? wanted
                : getWidth() == 0 || getWidth() >= RAIL_BELOW || tabs.getTabs().isEmpty();
    }

    /// Adds a tab and brings it to the front; its content is closed with it.
    public Tab open(String id, Node content) {
        Tab tab = new Tab("", content);
        tab.setId(id);
        tab.setOnClosed(e -> closeContent(content));
        tabs.getTabs().add(tab);
        select(tab);
        return tab;
    }

    /// The tab with this id, or null.
    public @Nullable Tab find(String id) {
        return tabs.getTabs().stream()
                .filter(tab -> id.equals(tab.getId()))
                .findFirst()
                .orElse(null);
    }

    /// Brings a tab to the front and puts the focus into it.
    public void select(Tab tab) {
        tabs.getSelectionModel().select(tab);
        focusWanted = true;
    }

    /// Only what has come on screen can take the focus, which is some frames after its tab was opened.
    private void focusFront() {
        if (front() instanceof Panes content && !content.panes().isEmpty()) {
            Node first = content.panes().getFirst();
            focusWanted = first.getScene() == null || !Focus.first(first);
        }
    }

    /// Puts something else into a tab, and the focus with it where the tab is in front.
    public void replace(Tab tab, Node content) {
        tab.setContent(content);
        tab.setOnClosed(e -> closeContent(content));
        focusWanted |= tab.isSelected();
    }

    /// Closes a tab as its cross does.
    public void close(Tab tab) {
        tabs.getTabs().remove(tab);
        Event.fireEvent(tab, new Event(Tab.CLOSED_EVENT));
    }

    /// Closes all tabs.
    public void closeAll() {
        for (Tab tab : List.copyOf(tabs.getTabs())) {
            close(tab);
        }
    }

    /// The content in front, or null.
    public @Nullable Node front() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        return tab == null ? null : tab.getContent();
    }

    /// Takes the keys of the whole window (look, section 9).
    public void takeKeys(javafx.scene.Scene scene) {
        scene.getAccelerators().put(key(KeyCode.B), this::toggleSidebar);
        scene.getAccelerators().put(key(KeyCode.W), this::closeFront);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.TAB, KeyCombination.CONTROL_DOWN), this::nextTab);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F6), this::nextPane);
    }

    /// A key with Ctrl, or Cmd on macOS.
    public static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    @Override
    public void pulse(long deadline) {
        if (focusWanted) {
            focusFront();
        }
        if (front() instanceof Pulse.Beat beat) {
            beat.pulse(deadline);
        }
    }

    private void arrange() {
        boolean empty = tabs.getTabs().isEmpty();
        tabs.setVisible(!empty);
        center.getChildren().stream().filter(node -> !node.equals(tabs)).forEach(node -> node.setVisible(empty));
        setLeft(wide() ? sidebar : rail);
    }

    /// The handle on the sidebar's right line: 5 px to grab, 180 to 360 px to choose from.
    private static Region edge(Region side) {
        Region edge = new Region();
        edge.setMinWidth(5);
        edge.setPrefWidth(5);
        edge.setMaxWidth(5);
        edge.setCursor(Cursor.H_RESIZE);
        HBox.setMargin(edge, new Insets(0, -3, 0, -2));
        edge.setViewOrder(-1);
        edge.setOnMouseDragged(e -> side.setPrefWidth(Math.clamp(e.getSceneX(), 180, 360)));
        return edge;
    }

    private void closeFront() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        if (tab != null) {
            close(tab);
        }
    }

    private void nextTab() {
        int count = tabs.getTabs().size();
        if (count > 0) {
            select(tabs.getTabs().get((tabs.getSelectionModel().getSelectedIndex() + 1) % count));
        }
    }

    private void nextPane() {
        if (front() instanceof Panes content && getScene() != null) {
            Node focus = getScene().getFocusOwner();
            List<Node> panes = content.panes();
            int here = -1;
            for (int i = 0; i < panes.size(); i++) {
                if (within(focus, panes.get(i))) {
                    here = i;
                }
            }
            if (!panes.isEmpty()) {
                Focus.first(panes.get((here + 1) % panes.size()));
            }
        }
    }

    private static boolean within(@Nullable Node node, Node pane) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(pane)) {
                return true;
            }
        }
        return false;
    }

    private static void closeContent(@Nullable Node content) {
        if (content instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("A tab did not close", e);
            }
        }
    }
}
