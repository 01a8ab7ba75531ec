package dev.threadline.ui.kit;

import dev.threadline.ui.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/// What stands in a pane that has nothing to show yet: what it will show, and how to get it.
public final class EmptyPane extends VBox {
    /// An empty pane.
    ///
    /// @param title a few words
    /// @param text at most two sentences
    /// @param actions at most one button, or the keys that do it
    public EmptyPane(Feather icon, String title, String text, Node... actions) {
        Label head = new Label(title);
        head.getStyleClass().add("tl-medium");
        Label body = new Label(text);
        body.getStyleClass().add("tl-muted");
        body.setWrapText(true);
        body.setMaxWidth(260);
        body.setTextAlignment(TextAlignment.CENTER);
        body.setAlignment(Pos.CENTER);
        HBox row = new HBox(8, actions);
        row.setAlignment(Pos.CENTER);
        getChildren().addAll(Icons.sized(icon, 16), head, body, row);
        setAlignment(Pos.CENTER);
        setSpacing(4);
        VBox.setMargin(head, new javafx.geometry.Insets(4, 0, 0, 0));
        VBox.setMargin(row, new javafx.geometry.Insets(6, 0, 0, 0));
        getStyleClass().add("tl-empty");
    }
}
