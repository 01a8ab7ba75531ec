package dev.threadline.ui.start;

import dev.threadline.form.FormModel;
import dev.threadline.form.Problem;
import dev.threadline.form.TextProblem;
import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.ui.kit.Background;
import dev.threadline.words.Words;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The JSON text of one form, edited both ways: typing here fills the form, typing there rewrites the text.
///
/// Text that is no JSON stays as typed and leaves the form as it was. Reading, writing and looking for places of large
/// values happens in the background.
final class JsonSide extends VBox {
    private static final Words WORDS = Words.of(JsonSide.class);
    private static final Logger LOG = LoggerFactory.getLogger(JsonSide.class);
    private static final Duration MOMENT = Duration.millis(100);

    /// A text area takes longer than a frame for more characters than this, with every change.
    private static final int LARGE = 60_000;

    private static final Duration SHORT_MOMENT = Duration.millis(30);
    private static final Duration LARGE_MOMENT = Duration.seconds(1);

    private final FormModel model;
    private final Background background;
    private final JsonEditor editor = new JsonEditor();
    private final ProblemBanner banner;
    private final LargeText large = new LargeText(this::open);
    private final StackPane place = new StackPane();
    private final PauseTransition reading = new PauseTransition(MOMENT);
    private final PauseTransition writing = new PauseTransition(SHORT_MOMENT);
    private Background.@Nullable Job job;
    private @Nullable TextProblem textProblem;
    private long shownVersion = -1;
    private boolean filling;
    private boolean opened;
    private boolean busy;

    JsonSide(FormModel model, Background background, ProblemBanner banner) {
        this.model = model;
        this.background = background;
        this.banner = banner;
        VBox.setVgrow(place, Priority.ALWAYS);
        place.getChildren().setAll(editor);
        getChildren().add(place);
        write();
        reading.setOnFinished(event -> read());
        writing.setOnFinished(event -> write());
        editor.textProperty().subscribe((before, now) -> {
            if (!filling) {
                opened |= now.length() > LARGE;
                writing.stop();
                reading.playFromStart();
            }
        });
        model.listen(this::changed);
    }

    JsonEditor editor() {
        return editor;
    }

    /// Whether text and form say the same and nothing is under way.
    boolean settled() {
        boolean pending = reading.getStatus() == Animation.Status.RUNNING;
        return !pending && !busy && shownVersion == model.version();
    }

    /// Takes over at once what was typed and not read yet; gives the reason where it can't be read.
    @Nullable
    TextProblem flush() {
        if (reading.getStatus() == Animation.Status.RUNNING) {
            reading.stop();
            read();
        }
        return textProblem;
    }

    private void read() {
        filling = true;
        textProblem = model.read(editor.textProperty().get());
        filling = false;
        shownVersion = model.version();
        mark();
    }

    private void changed() {
        if (filling || model.version() == shownVersion) {
            mark();
        } else {
            reading.stop();
            writing.playFromStart();
        }
    }

    private void write() {
        long version = model.version();
        JsonValue value = model.value();
        start(() -> Json.pretty(value), text -> {
            if (version == model.version()) {
                shownVersion = version;
                textProblem = null;
                show(text);
                mark();
            }
        });
    }

    /// Shows the text in the editor, or how large it is where that would keep the window waiting.
    private void show(String text) {
        boolean tooLarge = text.length() > LARGE;
        opened &= tooLarge;
        writing.setDuration(tooLarge ? LARGE_MOMENT : SHORT_MOMENT);
        filling = true;
        editor.setText(tooLarge && !opened ? "" : text);
        filling = false;
        large.show(text);
        place.getChildren().setAll(tooLarge && !opened ? large : editor);
    }

    private void open() {
        opened = true;
        write();
    }

    /// The text as it stands: typed, or the value written out.
    String text() {
        return place.getChildren().contains(editor) ? editor.textProperty().get() : model.json();
    }

    private void mark() {
        TextProblem wrong = textProblem;
        List<Problem> problems = model.problems();
        banner.show(wrong, problems);
        String text = editor.textProperty().get();
        if (wrong != null) {
            int at = editor.offset(wrong.line(), wrong.column());
            editor.mark(List.of(new JsonEditor.Mark(at, at + 1, WORDS.text("side.not-json"))));
        } else if (problems.isEmpty() || !place.getChildren().contains(editor)) {
            editor.mark(List.of());
        } else if (model.version() == shownVersion) {
            start(() -> JsonPlaces.marks(text, problems), marks -> {
                if (text.equals(editor.textProperty().get())) {
                    editor.mark(marks);
                }
            });
        }
    }

    private <T> void start(Callable<T> work, Consumer<T> answer) {
        Background.Job before = job;
        if (before != null) {
            before.cancel();
        }
        busy = true;
        job = background.start(
                work,
                made -> {
                    busy = false;
                    answer.accept(made);
                },
                failure -> LOG.warn("The JSON text of a form could not be worked out.", failure));
    }
}
