package dev.threadline.ui.start;

import dev.threadline.form.FormText;
import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.words.Words;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;

/// Edits a text: in one line, or in an area that grows where the text may be long or has line breaks.
final class TextControl extends FieldControl {
    private static final Words WORDS = Words.of(TextControl.class);
    private final FormText field;
    private final StackPane holder = new StackPane();
    private TextInputControl input;

    TextControl(FormText field) {
        this.field = field;
        input = make();
    }

    private TextInputControl make() {
        TextInputControl made = field.multiline() ? new GrowingArea() : new Line(field);
        made.setText(field.text());
        made.textProperty().subscribe((before, now) -> tell(() -> field.type(now)));
        holder.getChildren().setAll(made);
        return made;
    }

    @Override
    Node node() {
        return holder;
    }

    @Override
    Node target() {
        return input;
    }

    @Override
    void show() {
        boolean area = input instanceof GrowingArea;
        if (area != field.multiline() && !(area && input.isFocused())) {
            boolean focused = input.isFocused();
            String name = input.getAccessibleText();
            input = make();
            input.setId(InputForm.id(field.pointer()));
            input.setAccessibleText(name);
            if (focused) {
                input.requestFocus();
                input.end();
            }
        }
        tell(() -> {
            if (!input.getText().equals(field.text())) {
                input.setText(field.text());
            }
        });
        input.setPromptText(prompt());
    }

    private String prompt() {
        return switch (field.value()) {
            case null -> {
                JsonValue given = field.spec().defaultValue();
                yield given == null ? example() : placeholder(given);
            }
            case JsonValue.JsonNull nothing -> "null";
            default -> "";
        };
    }

    private String example() {
        JsonValue example = field.spec().example();
        return example == null ? "" : WORDS.text("text.example", placeholder(example));
    }

    static String placeholder(JsonValue value) {
        return value instanceof JsonString(String text) ? text : Json.write(value);
    }

    /// A one-line field that hands a pasted text with line breaks to the model as it is, which then asks for an area.
    private static final class Line extends TextField {
        private final FormText field;

        Line(FormText field) {
            this.field = field;
        }

        @Override
        public void paste() {
            String pasted = Clipboard.getSystemClipboard().getString();
            if (pasted != null && pasted.indexOf('\n') >= 0) {
                String text = getText();
                int from = getSelection().getStart();
                int to = getSelection().getEnd();
                field.type(text.substring(0, from) + pasted + text.substring(to));
            } else {
                super.paste();
            }
        }
    }
}
