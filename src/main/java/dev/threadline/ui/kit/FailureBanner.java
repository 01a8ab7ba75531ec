package dev.threadline.ui.kit;

import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A failure on screen: a sentence, what the user can do now, and the details to copy (look, section 10).
public final class FailureBanner extends HBox {
    private static final Words WORDS = Words.of(FailureBanner.class);

    /// What a banner says.
    ///
    /// @param sentence what happened, with names
    /// @param action what the user can do now, in words; may be empty
    /// @param details the raw answer to copy; may be empty
    public record Failure(String sentence, String action, String details) {}

    /// A banner for a failure, with the given buttons before its details.
    public FailureBanner(Failure failure, List<Button> actions) {
        getStyleClass().add("tl-banner");
        Label sentence = new Label(failure.sentence());
        sentence.getStyleClass().add("tl-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(2, sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!failure.action().isEmpty()) {
            Label action = new Label(failure.action());
            action.getStyleClass().add("tl-muted");
            action.setWrapText(true);
            action.setMinHeight(USE_PREF_SIZE);
            words.getChildren().add(action);
        }
        HBox buttons = new HBox(8);
        buttons.getChildren().addAll(actions);
        if (!failure.details().isEmpty()) {
            buttons.getChildren().addAll(detailsButton(failure.details(), words), copyButton(failure));
        }
        if (!buttons.getChildren().isEmpty()) {
            VBox.setMargin(buttons, new javafx.geometry.Insets(6, 0, 0, 0));
            words.getChildren().add(buttons);
        }
        getChildren().addAll(Icons.of(Feather.ALERT_CIRCLE), words);
        setAccessibleText(WORDS.text("failure.both", failure.sentence(), failure.action()));
    }

    private static Button detailsButton(String details, VBox words) {
        DetailsArea area = new DetailsArea(details);
        VBox.setMargin(area, new javafx.geometry.Insets(6, 0, 0, 0));
        Button button = small(WORDS.text("failure.details"), Feather.CHEVRON_RIGHT);
        button.setOnAction(e -> {
            boolean open = !words.getChildren().remove(area);
            if (open) {
                words.getChildren().add(area);
            }
            button.setGraphic(Icons.small(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        });
        return button;
    }

    private static Button copyButton(Failure failure) {
        Button button = small(WORDS.text("failure.copy"), Feather.COPY);
        button.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(failure.sentence() + "\n" + failure.details());
            Clipboard.getSystemClipboard().setContent(content);
        });
        return button;
    }

    private static Button small(String text, Feather icon) {
        Button button = new Button(text, Icons.small(icon));
        button.getStyleClass().add("tl-small");
        return button;
    }
}
