package dev.threadline.ui.start;

import dev.threadline.form.FormBoolean;
import dev.threadline.json.JsonValue;
import dev.threadline.words.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.controlsfx.control.ToggleSwitch;

/// Edits true or false with a switch that says which.
final class BooleanControl extends FieldControl {
    private static final Words WORDS = Words.of(BooleanControl.class);
    private final FormBoolean field;
    private final ToggleSwitch toggle = new ToggleSwitch();
    private final Label word = new Label();
    private final HBox box = new HBox(8, toggle, word);

    BooleanControl(FormBoolean field) {
        this.field = field;
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("tl-boolean");
        toggle.setSelected(field.on());
        toggle.selectedProperty()
                .subscribe((before, now) -> tell(() -> {
                    field.turn(now);
                    word.setText(word());
                }));
    }

    private String word() {
        return switch (field.value()) {
            case null -> WORDS.text("boolean.left-out");
            case JsonValue.JsonNull nothing -> "null";
            case JsonValue value -> TextControl.placeholder(value);
        };
    }

    @Override
    Node node() {
        return box;
    }

    @Override
    Node target() {
        return toggle;
    }

    @Override
    void show() {
        tell(() -> toggle.setSelected(field.on()));
        word.setText(word());
    }
}
