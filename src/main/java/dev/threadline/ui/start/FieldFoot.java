package dev.threadline.ui.start;

import dev.threadline.form.FormField;
import dev.threadline.form.FormList;
import dev.threadline.form.FormText;
import dev.threadline.form.Problem;
import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The line below a field: what the schema says against its value, else what the field is for; and how full it is.
final class FieldFoot extends HBox {
    private static final Words WORDS = Words.of(FieldFoot.class);
    private static final int MOST = 4;

    private final FormField field;
    private final boolean describes;
    private final VBox lines = new VBox();
    private final Label counter = new Label();
    private List<String> shown = List.of();

    /// A foot that tells what the field is for, unless its header does.
    FieldFoot(FormField field, boolean describes) {
        this.field = field;
        this.describes = describes;
        getStyleClass().add("tl-field-foot");
        FieldView.plain(this);
        FieldView.plain(lines);
        HBox.setHgrow(lines, Priority.ALWAYS);
        counter.getStyleClass().add("tl-counter");
        counter.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(lines, counter);
        describe();
    }

    private void describe() {
        String description = field.spec().description();
        lines.getChildren().clear();
        if (describes && description != null && !description.isBlank()) {
            Label words = new Label(description.strip());
            words.getStyleClass().add("tl-description");
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            lines.getChildren().add(words);
        }
    }

    /// Shows the problems of the field, in their short form unless the control can't show the value.
    void refresh(List<Problem> problems, boolean named, String consequence) {
        List<String> texts = problems.stream()
                .map(problem -> (named ? problem.sentence() : problem.text()) + consequence(problem, consequence))
                .toList();
        if (!texts.equals(shown)) {
            shown = texts;
            show(texts);
        }
        counter.setText(count());
        boolean empty = lines.getChildren().isEmpty() && counter.getText().isEmpty();
        setManaged(!empty);
        setVisible(!empty);
    }

    private static String consequence(Problem problem, String consequence) {
        boolean ofSchema =
                !List.of("json", "keys", "schema", "additionalProperties").contains(problem.keyword());
        return ofSchema && !consequence.isEmpty() ? " " + consequence : "";
    }

    private void show(List<String> texts) {
        if (texts.isEmpty()) {
            describe();
            return;
        }
        lines.getChildren().clear();
        texts.stream().limit(MOST).map(FieldFoot::line).forEach(lines.getChildren()::add);
        if (texts.size() > MOST) {
            lines.getChildren().add(line(WORDS.text("foot.more", Integer.toString(texts.size() - MOST))));
        }
    }

    /// A problem with its icon.
    static Label line(String text) {
        FontIcon icon = Icons.small(Feather.ALERT_CIRCLE);
        Label line = new Label(text, icon);
        line.getStyleClass().add("tl-problem");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    private String count() {
        return switch (field) {
            case FormText text
            when text.limit().isPresent() ->
                WORDS.text(
                        "foot.of",
                        Integer.toString(text.length()),
                        Integer.toString(text.limit().getAsInt()));
            case FormList list
            when list.chips() && list.limit().isPresent() ->
                WORDS.text(
                        "foot.of",
                        Integer.toString(list.size()),
                        Integer.toString(list.limit().getAsInt()));
            default -> "";
        };
    }
}
