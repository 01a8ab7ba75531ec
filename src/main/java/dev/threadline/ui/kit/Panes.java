package dev.threadline.ui.kit;

import java.util.List;
import javafx.scene.Node;

/// The content of a tab that has panes: where F6 goes, and where the focus is when the tab opens.
public interface Panes {
    /// The node of each pane that takes its focus, in the order of F6; the first gets it at the start.
    List<Node> panes();
}
