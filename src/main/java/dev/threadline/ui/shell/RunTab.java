package dev.threadline.ui.shell;

import dev.threadline.run.Execution;
import dev.threadline.ui.kit.Focus;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.Panel;
import dev.threadline.ui.kit.Panes;
import dev.threadline.ui.kit.Pulse;
import dev.threadline.ui.kit.Selection;
import dev.threadline.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One run in a tab: its head, its notices, the timeline above, events and the inspector below.
///
/// Only panels that are visible look at the log. JavaFX thread only.
public final class RunTab extends VBox implements Pulse.Beat, Panes, AutoCloseable {
    private static final Words WORDS = Words.of(RunTab.class);

    /// Below this width the events become the first tab of the inspector: a window of 1000 px less the rail.
    private static final double ONE_COLUMN_BELOW = 960;

    private final OpenRun run;
    private final RunActions actions;
    private final RunHeader header;
    private final SearchBar search;
    private final RunNotices notices;
    private final List<Panel> fixed = new ArrayList<>();
    private final List<Panel> tabbed = new ArrayList<>();
    private final List<Tab> tabs = new ArrayList<>();
    private final TabPane inspector = new TabPane();
    private final Tab events = new Tab();
    private final Node list;
    private final SplitPane lower;
    private final Splits splits;

    /// Where the panels of a run tab go.
    ///
    /// @param timeline makes the panel above
    /// @param list makes the panel below on the left
    /// @param inspector make the panels below on the right, a tab each
    public record Panels(
            Function<OpenRun, Panel> timeline,
            Function<OpenRun, Panel> list,
            List<Function<OpenRun, Panel>> inspector) {}

    /// A tab over an open run.
    public RunTab(OpenRun run, RunActions actions, Panels panels, Splits splits) {
        this.run = run;
        this.actions = actions;
        this.splits = splits;
        header = new RunHeader(run, actions);
        search = new SearchBar(run, this::leaveSearch);
        notices = new RunNotices(run);
        Panel timeline = panels.timeline().apply(run);
        Panel listed = panels.list().apply(run);
        list = listed.node();
        events.setText(listed.title());
        fixed.addAll(List.of(timeline, listed));
        inspector.getStyleClass().add("tl-panel-tabs");
        inspector.setAccessibleText(WORDS.text("runTab.panels"));
        inspector.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (Function<OpenRun, Panel> make : panels.inspector()) {
            Panel panel = make.apply(run);
            tabbed.add(panel);
            Tab tab = new Tab(panel.title(), panel.node());
            tab.setId("panel-" + panel.title().toLowerCase(java.util.Locale.ROOT));
            tabs.add(tab);
        }
        inspector.getTabs().setAll(tabs);
        run.selection().onOpen(this::open);
        inspector.setMinWidth(320);
        ((Region) list).setMinWidth(360);
        lower = new SplitPane(list, inspector);
        splits.events(lower);
        widthProperty().subscribe(this::arrange);
        SplitPane whole = new SplitPane(timeline.node(), lower);
        whole.setOrientation(Orientation.VERTICAL);
        setVgrow(whole, Priority.ALWAYS);
        splits.timeline(whole);
        getChildren().addAll(header, search, notices, whole);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Puts the focus into the search field.
    public void openSearch() {
        search.open();
    }

    /// Goes to the next match of the search, or with -1 to the one before.
    public void nextMatch(int step) {
        search.go(step);
    }

    private void leaveSearch() {
        Focus.first(fixed.getLast().focus());
    }

    /// F in a canvas looks for the events of the selected node.
    private void key(KeyEvent e) {
        Execution execution = run.selection().execution().get();
        boolean typing = e.getTarget() instanceof TextInputControl || e.getTarget() instanceof ButtonBase;
        if (e.getCode() == KeyCode.F
                && execution != null
                && !typing
                && !e.isShortcutDown()
                && !e.isAltDown()
                && !e.isShiftDown()) {
            search.filterTo(execution);
            e.consume();
        }
    }

    /// Events and inspector side by side, or, with little width, in one row of tabs.
    private void arrange() {
        boolean narrow = getWidth() > 0 && getWidth() < ONE_COLUMN_BELOW;
        if (narrow && events.getContent() == null) {
            lower.getItems().remove(list);
            events.setContent(list);
            inspector.getTabs().addFirst(events);
        } else if (!narrow && events.getContent() != null) {
            inspector.getTabs().remove(events);
            events.setContent(null);
            lower.getItems().addFirst(list);
            splits.placeEvents(lower);
        }
    }

    /// The run it shows.
    public OpenRun run() {
        return run;
    }

    /// Says in the status bar how the run is heard.
    public void say(StatusBar bar) {
        bar.link(LinkLine.of(actions.link(), System.currentTimeMillis() * 1000), actions::reconnectNow);
    }

    /// Goes on recording in another folder, as its notice offers where the capture can't be written.
    public void continueIn(Path folder) {
        notices.continueIn(folder);
    }

    /// What can be done with the run.
    public RunActions actions() {
        return actions;
    }

    /// Brings the panel to the front that shows one thing of this kind.
    private void open(Selection.Subject subject) {
        for (int i = 0; i < tabbed.size(); i++) {
            if (tabbed.get(i).shows(subject)) {
                inspector.getSelectionModel().select(tabs.get(i));
            }
        }
    }

    @Override
    public void pulse(long deadline) {
        run.pulse(deadline);
        header.pulse();
        search.pulse();
        notices.pulse();
        fixed.forEach(Panel::pulse);
        int front = tabs.indexOf(inspector.getSelectionModel().getSelectedItem());
        if (front >= 0) {
            tabbed.get(front).pulse();
        }
    }

    @Override
    public List<Node> panes() {
        List<Node> panes = new ArrayList<>();
        panes.add(fixed.getFirst().focus());
        int front = tabs.indexOf(inspector.getSelectionModel().getSelectedItem());
        if (front < 0 || events.getContent() == null) {
            panes.add(fixed.getLast().focus());
        }
        if (front >= 0) {
            panes.add(tabbed.get(front).focus());
        }
        return panes;
    }

    @Override
    public void close() {
        fixed.forEach(Panel::close);
        tabbed.forEach(Panel::close);
        run.close();
    }
}
