package dev.threadline.ui.start;

import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.CopyButton;
import dev.threadline.ui.kit.Segments;
import dev.threadline.words.Words;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The row that helps to start a development server: it copies the command, waits for the port to answer, and hands
/// over the deployment. JavaFX thread only; the port is asked in the background.
public final class DevServer extends VBox {
    private static final Words WORDS = Words.of(DevServer.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Background background;
    private final Deployment deployment;
    private final Duration pause;
    private final Consumer<Deployment> answered;
    private final Segments<Language> language;
    private final Label command = new Label();
    private final VBox waiting;
    private Background.@Nullable Job job;

    /// What the graph is written in.
    enum Language {
        /// The in-memory server of `langgraph-cli`.
        PYTHON("Python", "langgraph dev"),
        /// The development server of `@langchain/langgraph-cli`.
        JAVASCRIPT("JavaScript", "npx @langchain/langgraph-cli dev");

        private final String words;
        private final String command;

        Language(String words, String command) {
            this.words = words;
            this.command = command;
        }
    }

    /// The row for a server at its usual place.
    public DevServer(Background background, Consumer<Deployment> answered) {
        this(background, Deployment.local(), PAUSE, answered);
    }

    /// The row for a server at another place, asked at another pace.
    DevServer(Background background, Deployment deployment, Duration pause, Consumer<Deployment> answered) {
        super(8);
        this.background = background;
        this.deployment = deployment;
        this.pause = pause;
        this.answered = answered;
        setId("dev-server");
        Button start = FirstScreen.action(
                "start-dev-server",
                Feather.TERMINAL,
                WORDS.text("devServer.start"),
                WORDS.text("devServer.what", Integer.toString(port(deployment.address()))),
                "Ctrl T",
                this::start);
        language = new Segments<>(WORDS.text("devServer.language"), List.of(Language.values()), each -> each.words);
        language.value().subscribe(each -> command.setText(each.command));
        language.value().subscribe((old, now) -> CopyButton.put(now.command));
        command.getStyleClass().add("tl-data");
        command.setId("dev-command");
        command.setMinWidth(0);
        waiting = waiting();
        getChildren().add(start);
    }

    private VBox waiting() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        CopyButton copy = new CopyButton(WORDS.text("devServer.copy"), command::getText);
        HBox first = new HBox(8, command, copy, space, language.node());
        first.setAlignment(Pos.CENTER_LEFT);
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(14, 14);
        turning.setMinSize(14, 14);
        turning.setAccessibleText(WORDS.text("devServer.waiting", Integer.toString(port(deployment.address()))));
        Label words = new Label(WORDS.text("devServer.waiting", Integer.toString(port(deployment.address()))));
        words.setId("dev-waiting");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button stop = new Button(WORDS.text("devServer.stop"));
        stop.getStyleClass().add("tl-small");
        stop.setId("dev-stop");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(e -> stop());
        HBox second = new HBox(8, turning, words, gap, stop);
        second.setAlignment(Pos.CENTER_LEFT);
        Label hint = new Label(WORDS.text("devServer.hint"));
        hint.getStyleClass().addAll("tl-small", "tl-subtle");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        VBox box = new VBox(8, first, hint, second);
        box.setPadding(new Insets(4, 4, 4, 12));
        return box;
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : 80;
    }

    /// Copies the command and waits; asked again, copies it again.
    public void start() {
        CopyButton.put(language.value().get().command);
        if (job != null) {
            return;
        }
        getChildren().add(waiting);
        job = background.start(
                this::await,
                there -> {
                    stop();
                    answered.accept(deployment);
                },
                failure -> stop());
    }

    /// Waits no longer.
    public void stop() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        getChildren().remove(waiting);
    }

    /// Whether it waits for the port.
    public boolean waits() {
        return job != null;
    }

    /// Asks until there is an answer; blocks until then or until it is interrupted.
    private boolean await() throws InterruptedException {
        try (AgentServer server = new AgentServer(deployment)) {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    server.ok();
                    return true;
                } catch (ServerFailure notYet) {
                    Thread.sleep(pause);
                }
            }
            return false;
        }
    }
}
