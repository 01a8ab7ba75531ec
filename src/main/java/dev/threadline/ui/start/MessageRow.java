package dev.threadline.ui.start;

import dev.threadline.form.FormMessage;
import dev.threadline.form.FormMessages;
import dev.threadline.form.FormModel;
import dev.threadline.words.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One chat message: who says it and what; or its JSON where it is more than that.
///
/// Without a message it is a draft, which becomes the first message with its first letter.
final class MessageRow extends HBox {
    private static final Words WORDS = Words.of(MessageRow.class);
    private final FormMessages messages;
    private final ComboBox<String> role = new ComboBox<>();
    private final GrowingArea content = new GrowingArea();
    private final Label others = new Label();
    private final VBox words = new VBox(4, content, others);
    private final VBox problems = new VBox();
    private final Button asJson = ItemRow.button(Feather.CODE, WORDS.text("message.as-json"), this::asJson);
    private final Button up = ItemRow.button(Feather.ARROW_UP, WORDS.text("row.up"), () -> move(-1));
    private final Button down = ItemRow.button(Feather.ARROW_DOWN, WORDS.text("row.down"), () -> move(1));
    private final Button remove = ItemRow.button(Feather.X, WORDS.text("row.remove"), this::remove);
    private final VBox middle = new VBox(4);
    private @Nullable FormMessage message;
    private @Nullable RawControl raw;
    private boolean showing;

    MessageRow(FormMessages messages, @Nullable FormMessage message) {
        this.messages = messages;
        this.message = message;
        getStyleClass().add("tl-message");
        FieldView.plain(this);
        others.getStyleClass().add("tl-hint");
        role.getItems().setAll(FormMessages.ROLES);
        role.setValue(FormMessages.ROLES.getFirst());
        role.getStyleClass().add("tl-role");
        role.setOnAction(event -> role());
        content.setPromptText(WORDS.text("message.says", role.getValue()));
        content.textProperty().subscribe((before, now) -> content(now));
        HBox.setHgrow(middle, Priority.ALWAYS);
        HBox actions = new HBox(asJson, up, down, remove);
        actions.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(role, middle, actions);
    }

    @Nullable
    FormMessage message() {
        return message;
    }

    /// The text area, for the focus.
    GrowingArea area() {
        return content;
    }

    private void role() {
        FormMessage here = message;
        if (!showing && here != null && role.getValue() != null) {
            here.role(role.getValue());
        }
        content.setPromptText(WORDS.text("message.says", role.getValue()));
    }

    private void content(String text) {
        if (showing) {
            return;
        }
        showing = true;
        FormMessage here = message;
        if (here != null) {
            here.content(text);
        } else if (!text.isEmpty()) {
            message = messages.create(role.getValue());
            messages.add(message, text);
        }
        showing = false;
    }

    private void asJson() {
        FormMessage here = message;
        if (here != null) {
            here.asJson(!here.asJson());
        }
    }

    private void move(int by) {
        FormMessage here = message;
        if (here != null) {
            messages.move(here, by);
        }
    }

    private void remove() {
        FormMessage here = message;
        if (here != null) {
            messages.remove(here);
        }
    }

    /// Shows the message as it is now.
    void refresh(FormModel model, int index) {
        String id = InputForm.id(messages.pointer().child(index));
        role.setId(id + "/role");
        role.setAccessibleText(WORDS.text("message.role", messages.key(), Integer.toString(index)));
        content.setId(id + "/content");
        content.setAccessibleText(WORDS.text("message.content", messages.key(), Integer.toString(index)));
        FormMessage here = message;
        getChildren().getLast().setDisable(here == null);
        up.setDisable(index == 0);
        down.setDisable(index >= messages.messages().size() - 1);
        boolean json = here != null && here.asJson();
        role.setVisible(!json);
        asJson.setDisable(here != null && !here.plain());
        if (here == null) {
            others.setManaged(false);
            middle.getChildren().setAll(words);
        } else {
            show(here, json, id);
            problems.getChildren()
                    .setAll(model.problems(here).stream()
                            .map(problem -> FieldFoot.line(problem.text()))
                            .toList());
        }
    }

    private void show(FormMessage here, boolean json, String id) {
        RawControl control = raw == null ? new RawControl(here) : raw;
        raw = control;
        List<javafx.scene.Node> wanted = List.of(json ? control.node() : words, problems);
        if (!middle.getChildren().equals(wanted)) {
            middle.getChildren().setAll(wanted);
        }
        if (json) {
            control.refresh(here);
            control.target().setId(id);
            return;
        }
        if (!showing) {
            showing = true;
            role.setValue(here.role());
            if (!content.getText().equals(here.content())) {
                content.setText(here.content());
            }
            showing = false;
        }
        List<String> keys = here.otherKeys();
        others.setText(keys.isEmpty() ? "" : WORDS.text("message.also", String.join(", ", keys)));
        others.setVisible(!keys.isEmpty());
        others.setManaged(!keys.isEmpty());
    }
}
