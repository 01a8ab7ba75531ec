package dev.threadline.ui.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// The one child that a pane shows of several. JavaFX thread only.
public final class OneChild {
    private OneChild() {}

    /// Shows a child alone; one that is there already stays, and keeps the focus it may have.
    public static void show(Pane pane, Node child) {
        if (!pane.getChildren().equals(List.of(child))) {
            pane.getChildren().setAll(child);
        }
    }
}
