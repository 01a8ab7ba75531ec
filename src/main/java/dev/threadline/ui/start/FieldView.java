package dev.threadline.ui.start;

import dev.threadline.form.FormField;
import dev.threadline.form.FormModel;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One field on screen, with its line above, its control or its members, and its line below. JavaFX thread only.
abstract class FieldView extends VBox {
    static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final FormField field;
    private final FormModel model;

    FieldView(FormField field, FormModel model) {
        this.field = field;
        this.model = model;
        getStyleClass().add("tl-field");
        plain(this);
    }

    /// A box whose least height is not worked out: boxes in boxes would ask each other twice a level.
    static <T extends Region> T plain(T box) {
        box.setMinHeight(0);
        return box;
    }

    final FormField field() {
        return field;
    }

    final FormModel model() {
        return model;
    }

    /// Shows the state the field has now.
    abstract void refresh();

    /// The node that takes the focus.
    abstract Node target();

    /// The views within this one.
    List<FieldView> views() {
        return List.of();
    }

    /// Whether this kind of view still suits the field's value.
    boolean suits() {
        return true;
    }

    /// Whether two such fields fit side by side.
    boolean half() {
        return false;
    }

    /// Makes room so that a field within this one is shown.
    void reveal(FormField within) {
        views().forEach(view -> view.reveal(within));
    }
}
