package dev.threadline.ui.start;

import dev.threadline.words.Words;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What stands in place of JSON text that is too large to be rewritten with every key.
final class LargeText extends VBox {
    private static final Words WORDS = Words.of(LargeText.class);
    private final Label words = new Label();

    /// A note with the way to the text.
    LargeText(Runnable open) {
        super(8);
        setAlignment(Pos.CENTER);
        words.getStyleClass().add("tl-muted");
        Button button = new Button(WORDS.text("large.open"));
        button.setOnAction(event -> open.run());
        getChildren().addAll(words, button);
    }

    void show(String text) {
        words.setText(WORDS.text("large.closed", String.format(Locale.ROOT, "%,d", text.length())));
        words.setWrapText(true);
    }
}
