package dev.threadline.ui.kit;

import dev.threadline.ui.theme.Icons;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;

/// A button that puts a text on the clipboard. JavaFX thread only.
public final class CopyButton extends Button {
    /// A button with an icon only.
    ///
    /// @param what what it copies, for its tooltip and for those who don't see it: `Copy the checkpoint's id`
    /// @param text asked for when it is pressed
    public CopyButton(String what, Supplier<String> text) {
        setGraphic(Icons.small(Feather.COPY));
        getStyleClass().add("tl-icon-button");
        setAccessibleText(what);
        setTooltip(new Tooltip(what));
        setOnAction(e -> put(text.get()));
    }

    /// Puts a text on the clipboard.
    public static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
