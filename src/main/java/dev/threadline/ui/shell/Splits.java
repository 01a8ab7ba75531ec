package dev.threadline.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/// Where the user put the lines between the panes of run tabs: the next tab has them there. JavaFX thread only.
public final class Splits {
    private static final double TIMELINE = 0.36;
    private static final double EVENTS = 0.6;

    private double timeline;
    private double events;

    /// Lines in these places.
    ///
    /// @param timeline the timeline's share of the height, 0 while nobody moved it
    /// @param events the event list's share of the width, 0 while nobody moved it
    public Splits(double timeline, double events) {
        this.timeline = timeline;
        this.events = events;
    }

    /// The timeline's share of the height, 0 while nobody moved it.
    public double timeline() {
        return timeline;
    }

    /// The event list's share of the width, 0 while nobody moved it.
    public double events() {
        return events;
    }

    /// Keeps the line under the timeline, and its share when the window grows or shrinks.
    void timeline(SplitPane pane) {
        pane.heightProperty().subscribe(height -> pane.setDividerPositions(timeline > 0 ? timeline : TIMELINE));
        watch(pane, () -> timeline = pane.getDividerPositions()[0]);
    }

    /// Keeps the line beside the events.
    void events(SplitPane pane) {
        placeEvents(pane);
        watch(pane, () -> events = pane.getDividerPositions()[0]);
    }

    /// Puts the line beside the events where it belongs.
    void placeEvents(SplitPane pane) {
        pane.setDividerPositions(events > 0 ? events : EVENTS);
    }

    private static void watch(SplitPane pane, Runnable moved) {
        pane.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> {
            if (e.getTarget() instanceof Node node && pane.getDividers().size() == 1 && ofDivider(node, pane)) {
                moved.run();
            }
        });
    }

    /// Whether a node is the pane's own divider or the grabber on it.
    private static boolean ofDivider(Node node, SplitPane pane) {
        for (Node at = node; at != null && !at.equals(pane); at = at.getParent()) {
            if (at.getStyleClass().contains("split-pane-divider")) {
                return pane.equals(at.getParent());
            }
        }
        return false;
    }
}
