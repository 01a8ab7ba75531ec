package dev.threadline.ui.shell;

import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.Panel;
import dev.threadline.ui.kit.Pulse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One run in a tab: its head, its notices, the timeline above, events and the inspector below.
///
/// Only panels that are visible look at the log. JavaFX thread only.
public final class RunTab extends VBox implements Pulse.Beat, AutoCloseable {
    private final OpenRun run;
    private final RunActions actions;
    private final RunHeader header;
    private final RunNotices notices;
    private final List<Panel> fixed = new ArrayList<>();
    private final List<Panel> tabbed = new ArrayList<>();
    private final TabPane inspector = new TabPane();

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
    public RunTab(OpenRun run, RunActions actions, Panels panels) {
        this.run = run;
        this.actions = actions;
        header = new RunHeader(run, actions);
        notices = new RunNotices(run);
        Panel timeline = panels.timeline().apply(run);
        Panel list = panels.list().apply(run);
        fixed.addAll(List.of(timeline, list));
        inspector.getStyleClass().add("tl-panel-tabs");
        inspector.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (Function<OpenRun, Panel> make : panels.inspector()) {
            Panel panel = make.apply(run);
            tabbed.add(panel);
            Tab tab = new Tab(panel.title(), panel.node());
            tab.setId("panel-" + panel.title().toLowerCase(java.util.Locale.ROOT));
            inspector.getTabs().add(tab);
        }
        inspector.setMinWidth(320);
        ((Region) list.node()).setMinWidth(360);
        SplitPane lower = new SplitPane(list.node(), inspector);
        lower.setDividerPositions(0.6);
        SplitPane whole = new SplitPane(timeline.node(), lower);
        whole.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(timeline.node(), false);
        setVgrow(whole, Priority.ALWAYS);
        whole.setDividerPositions(0.36);
        getChildren().addAll(header, notices, whole);
    }

    /// The run it shows.
    public OpenRun run() {
        return run;
    }

    /// What can be done with the run.
    public RunActions actions() {
        return actions;
    }

    /// Brings a panel of the inspector to the front by its title.
    public void show(String title) {
        inspector.getTabs().stream()
                .filter(tab -> tab.getText().equals(title))
                .findFirst()
                .ifPresent(tab -> inspector.getSelectionModel().select(tab));
    }

    @Override
    public void pulse(long deadline) {
        run.pulse(deadline);
        header.pulse();
        notices.pulse();
        fixed.forEach(Panel::pulse);
        int front = inspector.getSelectionModel().getSelectedIndex();
        if (front >= 0) {
            tabbed.get(front).pulse();
        }
    }

    /// The nodes that F6 walks through.
    List<Node> panes() {
        List<Node> panes = new ArrayList<>();
        fixed.forEach(panel -> panes.add(panel.node()));
        panes.add(inspector);
        return panes;
    }

    @Override
    public void close() {
        fixed.forEach(Panel::close);
        tabbed.forEach(Panel::close);
    }
}
