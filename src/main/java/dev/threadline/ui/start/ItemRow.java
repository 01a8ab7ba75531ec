package dev.threadline.ui.start;

import dev.threadline.ui.theme.Icons;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// One row of a list or map: what names it, what edits it, and small buttons to move it and take it out.
final class ItemRow extends HBox {
    private final List<Button> buttons;

    ItemRow(Node name, Region content, List<Button> buttons) {
        this.buttons = List.copyOf(buttons);
        getStyleClass().add("tl-item");
        FieldView.plain(this);
        HBox.setHgrow(content, Priority.ALWAYS);
        HBox actions = new HBox();
        actions.getStyleClass().add("tl-item-actions");
        actions.setMinWidth(USE_PREF_SIZE);
        actions.getChildren().setAll(buttons);
        getChildren().addAll(name, content, actions);
    }

    /// Tells a row whose first two buttons move it up and down whether there is room to.
    void ends(boolean first, boolean last) {
        buttons.get(0).setDisable(first);
        buttons.get(1).setDisable(last);
    }

    /// A small icon button.
    static Button button(Feather icon, String name, Runnable action) {
        Button button = new Button("", Icons.small(icon));
        button.getStyleClass().addAll("tl-icon-button", "tl-item-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(event -> action.run());
        return button;
    }

    /// The button below a list that adds to it.
    static Button add(String words, Runnable action) {
        Button button = new Button(words, Icons.small(Feather.PLUS));
        button.getStyleClass().addAll("tl-small", "tl-add");
        button.setMnemonicParsing(false);
        button.setOnAction(event -> action.run());
        return button;
    }
}
