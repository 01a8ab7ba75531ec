package dev.threadline.ui.start;

import dev.threadline.form.FormNumber;
import dev.threadline.json.JsonValue;
import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Edits a number as the literal that is typed; minus and plus, or Down and Up, go in steps.
final class NumberControl extends FieldControl {
    private static final Words WORDS = Words.of(NumberControl.class);
    private final FormNumber field;
    private final TextField input = new TextField();
    private final Button less = button(Feather.MINUS, WORDS.text("number.less"), -1);
    private final Button more = button(Feather.PLUS, WORDS.text("number.more"), 1);
    private final HBox box;

    NumberControl(FormNumber field) {
        this.field = field;
        Region line = new Region();
        line.getStyleClass().add("tl-step-line");
        HBox.setHgrow(input, Priority.ALWAYS);
        box = new HBox(input, less, line, more);
        box.getStyleClass().add("tl-number");
        input.setText(field.text());
        input.textProperty().subscribe((before, now) -> tell(() -> field.type(now)));
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
    }

    private Button button(Feather icon, String name, int direction) {
        Button button = new Button("", Icons.small(icon));
        button.getStyleClass().addAll("tl-icon-button", "tl-step");
        button.setFocusTraversable(false);
        button.setAccessibleText(name);
        button.setOnAction(event -> {
            input.requestFocus();
            field.step(direction);
        });
        return button;
    }

    private void step(KeyEvent event) {
        boolean up = event.getCode() == KeyCode.UP;
        if (up || event.getCode() == KeyCode.DOWN) {
            event.consume();
            field.step((up ? 1 : -1) * (event.isShiftDown() ? 10 : 1));
        }
    }

    @Override
    Node node() {
        return box;
    }

    @Override
    Node target() {
        return input;
    }

    @Override
    void show() {
        tell(() -> {
            if (!input.getText().equals(field.text())) {
                input.setText(field.text());
                input.end();
            }
        });
        less.setDisable(!field.canStep(-1));
        more.setDisable(!field.canStep(1));
        JsonValue given = field.spec().defaultValue();
        boolean isNull = field.value() == JsonValue.JsonNull.NULL;
        input.setPromptText(isNull ? "null" : given == null ? "" : TextControl.placeholder(given));
    }
}
