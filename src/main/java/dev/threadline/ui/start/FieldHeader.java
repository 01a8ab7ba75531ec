package dev.threadline.ui.start;

import dev.threadline.form.FormField;
import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The line above a field: its key, what is asked for, and the way back once it was changed.
final class FieldHeader extends HBox {
    private static final Words WORDS = Words.of(FieldHeader.class);
    private final FormField field;
    private final Label label = new Label();
    private final Label hint = new Label();
    private final Button reset = new Button(WORDS.text("field.changed"), Icons.small(Feather.ROTATE_CW));

    FieldHeader(FormField field) {
        this.field = field;
        getStyleClass().add("tl-field-header");
        label.getStyleClass().add("tl-field-label");
        label.setMinWidth(USE_PREF_SIZE);
        String title = field.spec().title();
        if (title != null && !title.isBlank()) {
            label.setTooltip(new Tooltip(title));
        }
        hint.getStyleClass().add("tl-hint");
        hint.setTextOverrun(OverrunStyle.ELLIPSIS);
        hint.setMinWidth(0);
        reset.getStyleClass().addAll("tl-link", "tl-changed");
        reset.setContentDisplay(ContentDisplay.RIGHT);
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setOnAction(event -> field.reset());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(label, hint, space, reset);
    }

    /// Puts a node before the label.
    void lead(Region node) {
        getChildren().addFirst(node);
    }

    /// Puts a node at the right end.
    void trail(Region node) {
        getChildren().add(node);
    }

    void refresh(boolean resettable) {
        label.setText(field.key());
        hint.setText(field.spec().hint());
        boolean changed = resettable && field.changed();
        reset.setVisible(changed);
        reset.setManaged(changed);
        reset.setId(InputForm.id(field.pointer()) + "=reset");
        reset.setAccessibleText(WORDS.text("field.reset", field.key()));
    }
}
