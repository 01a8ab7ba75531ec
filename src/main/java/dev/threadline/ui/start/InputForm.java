package dev.threadline.ui.start;

import dev.threadline.form.FormField;
import dev.threadline.form.FormModel;
import dev.threadline.json.JsonPointer;
import dev.threadline.ui.kit.Background;
import dev.threadline.words.Words;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The fields of a form model, one below the other.
///
/// Every control carries the id `field:` plus the JSON pointer of its value, as in `field:/topic`. The value is checked
/// against the schema in the background, a moment after the last change. JavaFX thread only.
public final class InputForm extends VBox {
    private static final Words WORDS = Words.of(InputForm.class);
    private final FormModel model;
    private final BooleanProperty onlyChanged = new SimpleBooleanProperty(this, "onlyChanged", false);
    private FieldView view;

    /// A form over a model; it follows the model for as long as both live.
    public InputForm(FormModel model, Background background) {
        this.model = model;
        getStyleClass().add("tl-form");
        view = make();
        onlyChanged.subscribe(this::refresh);
        model.listen(this::refresh);
        new SchemaWatch(model, background).look();
        refresh();
    }

    private FieldView make() {
        FieldView made = FieldViews.create(model.root(), model, true);
        if (made instanceof ObjectView object) {
            object.filter(each -> !onlyChanged.get()
                    || each.isFocusWithin()
                    || each.field().changed()
                    || !model.problems(each.field()).isEmpty());
        }
        getChildren().setAll(made);
        return made;
    }

    /// The id of the control for the value at a place.
    public static String id(JsonPointer place) {
        return "field:" + place;
    }

    /// Whether fields are hidden that hold what a fresh form holds.
    public BooleanProperty onlyChangedProperty() {
        return onlyChanged;
    }

    /// The control for the value at a place, or null where none is shown.
    public @Nullable Node control(JsonPointer place) {
        return find(this, id(place));
    }

    /// Unfolds what is around the value at a place, scrolls to it and gives it the focus.
    public void reveal(JsonPointer place) {
        onlyChanged.set(false);
        FormField field = model.nearest(place);
        view.reveal(field);
        applyCss();
        layout();
        FieldView shown = find(view, field);
        if (shown != null) {
            shown.target().requestFocus();
            scrollTo(shown);
        }
    }

    private void refresh() {
        if (!view.suits()) {
            view = make();
        }
        view.refresh();
    }

    private void scrollTo(Node node) {
        for (Parent around = getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane pane && pane.getContent() != null) {
                Node content = pane.getContent();
                Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
                double room = content.getLayoutBounds().getHeight()
                        - pane.getViewportBounds().getHeight();
                double middle = place.getCenterY() - pane.getViewportBounds().getHeight() / 2;
                pane.setVvalue(room <= 0 ? 0 : Math.clamp(middle / room, 0, 1));
                return;
            }
        }
    }

    /// What follows from a problem, where that is known.
    static String consequence(FormModel model) {
        return model.enforced() ? WORDS.text("form.would-fail") : "";
    }

    private static @Nullable FieldView find(FieldView view, FormField field) {
        if (view.field().equals(field)) {
            return view;
        }
        for (FieldView child : view.views()) {
            FieldView found = find(child, field);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Node find(Node node, String id) {
        if (id.equals(node.getId())) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = find(child, id);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
