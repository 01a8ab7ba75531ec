package dev.threadline.ui.start;

import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A titled part of the form that folds away. JavaFX thread only.
public final class FoldSection extends VBox {
    private static final Words WORDS = Words.of(FoldSection.class);
    private final Button fold = new Button("", Icons.small(Feather.CHEVRON_DOWN));
    private final VBox body = new VBox();
    private final String title;

    /// A section with a title, a few words beside it and its content, unfolded.
    public FoldSection(String title, String note, Node content) {
        this.title = title;
        getStyleClass().addAll("tl-field", "tl-section");
        Label name = new Label(title);
        name.getStyleClass().add("tl-medium");
        Label words = new Label(note);
        words.getStyleClass().add("tl-hint");
        fold.getStyleClass().addAll("tl-icon-button", "tl-fold");
        fold.setOnAction(event -> open(!body.isVisible()));
        HBox header = new HBox(fold, name, words);
        header.getStyleClass().addAll("tl-field-header", "tl-section-header");
        body.getStyleClass().addAll("tl-members", "tl-indented");
        body.getChildren().add(content);
        getChildren().addAll(header, body);
        open(true);
    }

    /// Unfolds or folds it.
    public void open(boolean open) {
        body.setVisible(open);
        body.setManaged(open);
        fold.setGraphic(Icons.small(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        fold.setAccessibleText(open ? WORDS.text("fold.close", title) : WORDS.text("fold.open", title));
    }
}
