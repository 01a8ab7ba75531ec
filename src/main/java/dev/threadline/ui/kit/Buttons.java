package dev.threadline.ui.kit;

import dev.threadline.ui.theme.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Buttons as the look draws them: a verb, an icon before it, its key behind it.
public final class Buttons {
    private Buttons() {}

    /// A button with an icon and the key that does the same; an empty key shows none.
    public static Button of(String verb, Feather icon, String key, Runnable action) {
        Button button = new Button();
        Label word = new Label(verb);
        word.getStyleClass().addAll("tl-verb", "tl-medium");
        HBox content = new HBox(6, Icons.of(icon), word);
        content.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        if (!key.isEmpty()) {
            Label hint = new Label(key);
            hint.getStyleClass().add("tl-key");
            hint.setMinWidth(Label.USE_PREF_SIZE);
            content.getChildren().add(hint);
        }
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(verb);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    /// A button with an icon alone; its name is told in a tooltip and to those who don't see it.
    public static Button icon(String name, Feather icon, Runnable action) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().add("tl-icon-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(e -> action.run());
        return button;
    }
}
