package dev.threadline.ui.kit;

import javafx.scene.Node;
import javafx.scene.Parent;

/// Gives the focus to what can take it. JavaFX thread only.
public final class Focus {
    private Focus() {}

    /// Focuses a node, or the first below it that takes the focus; false where none does.
    public static boolean first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return false;
        }
        if (node.isFocusTraversable()) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(Focus::first);
    }
}
