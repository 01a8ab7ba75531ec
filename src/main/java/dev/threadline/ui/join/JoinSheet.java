package dev.threadline.ui.join;

import dev.threadline.protocol.RunInfo;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.session.Session;
import dev.threadline.ui.connect.Connection;
import dev.threadline.ui.connect.Failures;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.Buttons;
import dev.threadline.ui.kit.FailureBanner;
import dev.threadline.ui.kit.FailureBanner.Failure;
import dev.threadline.ui.menu.Sheet;
import dev.threadline.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The question which run of a deployment shall be heard: one of those that are going on, or one whose ids are typed.
/// JavaFX thread only.
public final class JoinSheet extends Sheet {
    private static final Words WORDS = Words.of(JoinSheet.class);

    private final Connection connection;
    private final Background background;
    private final Joining joining;
    private final Consumer<Session> joined;
    private final VBox runs = new VBox();
    private final TextField thread = field(WORDS.text("joinSheet.thread"), "join-thread");
    private final TextField run = field(WORDS.text("joinSheet.run"), "join-run");
    private final Label heard = new Label();
    private final VBox trouble = new VBox();
    private final Button join;
    private final Timeline looking = new Timeline(new KeyFrame(Duration.seconds(2), e -> lookAgain()));
    private List<RunInfo> listed = List.of();
    private @Nullable RunInfo chosen;

    /// Joins a run; blocks.
    @FunctionalInterface
    public interface Joining {
        /// Joins it.
        Session join(RunInfo run) throws Exception;
    }

    /// Asks about the runs of a deployment.
    ///
    /// @param joining how a run is joined, in the background
    /// @param joined given the session that hears it
    public JoinSheet(Connection connection, Background background, Joining joining, Consumer<Session> joined) {
        this(connection, background, joining, joined, new VBox(12), button());
    }

    private JoinSheet(
            Connection connection,
            Background background,
            Joining joining,
            Consumer<Session> joined,
            VBox rows,
            Button join) {
        super("join", WORDS.text("joinSheet.title", connection.deployment().name()), 600, rows, join);
        this.connection = connection;
        this.background = background;
        this.joining = joining;
        this.joined = joined;
        this.join = join;
        join.setOnAction(e -> join());
        heard.getStyleClass().add("tl-muted");
        heard.setWrapText(true);
        heard.setMinHeight(Region.USE_PREF_SIZE);
        heard.setId("join-heard");
        runs.setId("join-runs");
        runs.getStyleClass().add("tl-line-top");
        rows.getChildren().addAll(head(), runs, fields(), heard, trouble);
        thread.textProperty().subscribe(this::typed);
        run.textProperty().subscribe(this::typed);
        looking.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                looking.stop();
            } else {
                looking.play();
            }
        });
        refresh();
    }

    private static Button button() {
        Button join = Buttons.of(WORDS.text("joinSheet.join"), Feather.RADIO, "", () -> {});
        join.getStyleClass().add("tl-primary");
        join.setId("join-start");
        return join;
    }

    private static TextField field(String name, String id) {
        TextField field = new TextField();
        field.setPromptText(name);
        field.setAccessibleText(name);
        field.setId(id);
        field.getStyleClass().add("tl-data");
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private HBox head() {
        Label words = new Label(WORDS.text("joinSheet.going-on"));
        words.getStyleClass().add("tl-medium");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button again = Buttons.icon(WORDS.text("joinSheet.refresh"), Feather.REFRESH_CW, this::refresh);
        again.setId("join-refresh");
        HBox head = new HBox(8, words, space, again);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private VBox fields() {
        Label words = new Label(WORDS.text("joinSheet.ids"));
        words.getStyleClass().add("tl-medium");
        return new VBox(6, words, new HBox(8, thread, run));
    }

    /// Asks the server again.
    private void refresh() {
        note(WORDS.text("joinSheet.asking"));
        background.start(() -> connection.server().activeRuns(), this::list, failure -> {
            note(WORDS.text("joinSheet.not-listed"));
            say(failure);
        });
    }

    /// Asks without a word: a run that begins while the sheet is open comes to stand in it.
    private void lookAgain() {
        background.start(
                () -> connection.server().activeRuns(),
                active -> {
                    if (!active.equals(listed)) {
                        list(active);
                    }
                },
                failure -> {});
    }

    private void note(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("tl-muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        runs.getChildren().setAll(label);
    }

    private void list(List<RunInfo> active) {
        listed = active;
        if (active.isEmpty()) {
            note(WORDS.text("joinSheet.none"));
            return;
        }
        runs.getChildren()
                .setAll(active.stream()
                        .map(each -> (Node) new RunRow(each, assistant(each), () -> choose(each)))
                        .toList());
        if (thread.getText().isEmpty()) {
            choose(active.getFirst());
        }
    }

    private String assistant(RunInfo info) {
        return connection.assistants().stream()
                .filter(each -> each.id().equals(info.assistantId()))
                .findFirst()
                .map(each -> each.name())
                .orElse(info.assistantId());
    }

    private void choose(RunInfo info) {
        thread.setText(info.threadId());
        run.setText(info.runId());
        chosen = info;
        typed();
    }

    private void typed() {
        RunInfo info = chosen;
        if (info != null
                && !(info.threadId().equals(thread.getText().strip())
                        && info.runId().equals(run.getText().strip()))) {
            chosen = null;
        }
        boolean both = !thread.getText().isBlank() && !run.getText().isBlank();
        join.setDisable(!both);
        heard.setText(
                !both
                        ? WORDS.text("joinSheet.choose")
                        : Hearing.of(chosen, connection.info().kind()));
        runs.getChildren().forEach(each -> {
            if (each instanceof RunRow row) {
                row.mark(row.run().equals(chosen));
            }
        });
    }

    private void join() {
        String threadId = thread.getText().strip();
        String runId = run.getText().strip();
        join.setDisable(true);
        trouble.getChildren().clear();
        background.start(
                () -> joining.join(connection.server().run(threadId, runId)),
                session -> {
                    close();
                    joined.accept(session);
                },
                failure -> {
                    join.setDisable(false);
                    say(failure);
                });
    }

    private void say(Exception failure) {
        Failure words = failure instanceof ServerFailure server
                ? Failures.of(server)
                : new Failure(String.valueOf(failure.getMessage()), "", "");
        FailureBanner banner = new FailureBanner(words, List.of());
        banner.setId("join-failure");
        trouble.getChildren().setAll(banner);
    }

    @Override
    protected Node first() {
        return thread;
    }
}
