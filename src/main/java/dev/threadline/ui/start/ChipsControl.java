package dev.threadline.ui.start;

import dev.threadline.form.FormField;
import dev.threadline.form.FormList;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/// Edits a list of short texts as chips: Enter adds what is typed, so does leaving; Backspace takes the last one back.
final class ChipsControl extends FieldControl {
    private static final Words WORDS = Words.of(ChipsControl.class);
    private static final int MOST_CHIPS = 100;

    private final FormList field;
    private final FlowPane box = new FlowPane(4, 4);
    private final TextField input = new TextField();
    private final List<FormField> shown = new ArrayList<>();

    ChipsControl(FormList field) {
        this.field = field;
        box.getStyleClass().add("tl-chips");
        input.getStyleClass().add("tl-chip-input");
        input.setPromptText(WORDS.text("chips.add", field.key()));
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        input.focusedProperty().subscribe((before, now) -> {
            if (!now) {
                add();
            }
        });
        box.getChildren().add(input);
        box.setCursor(Cursor.TEXT);
        box.setOnMousePressed(event -> {
            // Else the scroll pane around the form takes the focus.
            event.consume();
            focus();
        });
    }

    /// Wherever the box is pressed, typing goes on in it.
    private void focus() {
        input.requestFocus();
        input.deselect();
        input.end();
    }

    private void key(KeyEvent event) {
        boolean empty = input.getText().isEmpty();
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !empty) {
            event.consume();
            add();
        } else if (event.getCode() == KeyCode.BACK_SPACE && empty && field.size() > 0) {
            event.consume();
            FormField last = field.children().getLast();
            String text = last.value() instanceof JsonString(String old) ? old : "";
            field.remove(last);
            input.setText(text);
            input.end();
        }
    }

    private void add() {
        String text = input.getText();
        if (!text.isEmpty()) {
            input.clear();
            field.add(new JsonString(text));
        }
    }

    private Button chip(FormField item) {
        String text = item.value() instanceof JsonString(String word) ? word : "";
        Button chip = new Button(text.isBlank() ? "\"" + text + "\"" : text, Icons.small(Feather.X));
        chip.setMnemonicParsing(false);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.getStyleClass().add("tl-chip");
        chip.setCursor(Cursor.DEFAULT);
        chip.setId(InputForm.id(item.pointer()));
        chip.setAccessibleText(WORDS.text("chips.remove", text));
        chip.setOnAction(event -> {
            input.requestFocus();
            field.remove(item);
        });
        return chip;
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
        List<FormField> items = field.children();
        if (!items.equals(shown) || !texts(items).equals(chipTexts())) {
            shown.clear();
            shown.addAll(items);
            List<Node> chips = new ArrayList<>();
            items.stream().limit(MOST_CHIPS).map(this::chip).forEach(chips::add);
            if (items.size() > MOST_CHIPS) {
                chips.add(new javafx.scene.control.Label(
                        WORDS.text("chips.more", Integer.toString(items.size() - MOST_CHIPS))));
            }
            boolean focused = input.isFocused();
            box.getChildren().removeIf(node -> !node.equals(input));
            box.getChildren().addAll(0, chips);
            if (focused) {
                input.requestFocus();
            }
        }
    }

    private static List<String> texts(List<FormField> items) {
        return items.stream()
                .limit(MOST_CHIPS)
                .map(item -> item.value() instanceof JsonString(String word)
                        ? (word.isBlank() ? "\"" + word + "\"" : word)
                        : "")
                .toList();
    }

    private List<String> chipTexts() {
        return box.getChildren().stream()
                .filter(Button.class::isInstance)
                .map(node -> ((Button) node).getText())
                .toList();
    }
}
