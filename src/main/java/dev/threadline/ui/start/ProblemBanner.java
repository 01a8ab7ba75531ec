package dev.threadline.ui.start;

import dev.threadline.form.FormModel;
import dev.threadline.form.Problem;
import dev.threadline.form.TextProblem;
import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Says below the JSON text what is wrong with the value, and offers the way to it and a way out.
final class ProblemBanner extends HBox {
    private static final Words WORDS = Words.of(ProblemBanner.class);
    private final FormModel model;
    private final Label sentence = new Label();
    private final Label more = new Label();
    private final Button go;
    private final Button fix = small(WORDS.text("problem.set"), this::fix);
    private @Nullable Problem first;

    ProblemBanner(FormModel model, Consumer<Problem> reveal) {
        this.model = model;
        getStyleClass().addAll("tl-form-banner");
        go = small(WORDS.text("problem.go"), () -> {
            Problem problem = first;
            if (problem != null) {
                reveal.accept(problem);
            }
        });
        sentence.getStyleClass().add("tl-medium");
        more.getStyleClass().add("tl-muted");
        for (Label words : List.of(sentence, more)) {
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
        }
        VBox words = new VBox(2, sentence, more);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox buttons = new HBox(8, go, fix);
        buttons.setAlignment(Pos.TOP_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Icons.of(Feather.ALERT_CIRCLE), words, buttons);
        show(null, List.of());
    }

    private static Button small(String words, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().add("tl-small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// Shows the problem of the text, else the first problem of the value; hides where there is none.
    void show(@Nullable TextProblem text, List<Problem> problems) {
        first = text == null && !problems.isEmpty() ? problems.getFirst() : null;
        boolean shown = text != null || first != null;
        setVisible(shown);
        setManaged(shown);
        Problem problem = first;
        if (text != null) {
            sentence.setText(text.text());
            more.setText(WORDS.text("problem.kept"));
        } else if (problem != null) {
            sentence.setText(problem.sentence());
            int others = problems.size() - 1;
            String run = model.enforced() ? WORDS.text("problem.run.fails") : WORDS.text("problem.run");
            more.setText(others == 0 ? run : WORDS.text("problem.others", others, Integer.toString(others), run));
        }
        setVisible(go, problem != null);
        setVisible(fix, problem != null && problem.fix() != null);
        if (problem != null && problem.fix() != null) {
            fix.setText(WORDS.text("problem.set.to", TextControl.placeholder(problem.fix())));
        }
    }

    private void fix() {
        Problem problem = first;
        if (problem != null && problem.fix() != null) {
            model.nearest(problem.place()).set(problem.fix());
        }
    }

    private static void setVisible(Button button, boolean visible) {
        button.setVisible(visible);
        button.setManaged(visible);
    }
}
