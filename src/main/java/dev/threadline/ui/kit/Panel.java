package dev.threadline.ui.kit;

import javafx.scene.Node;

/// One view of a run: a folder of its own and one line in the list of panels. JavaFX thread only.
public interface Panel extends AutoCloseable {
    /// The word on its tab.
    String title();

    /// Its node, the same at every call.
    Node node();

    /// The node that takes the focus of the pane.
    default Node focus() {
        return node();
    }

    /// Called once a frame while the panel is visible, after the shared projections took what was new.
    void pulse();

    /// Whether it shows one thing of this kind, and so comes to the front when such a thing is opened.
    default boolean shows(Selection.Subject subject) {
        return false;
    }

    @Override
    void close();
}
