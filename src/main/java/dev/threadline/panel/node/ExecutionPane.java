package dev.threadline.panel.node;

import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.run.Execution;
import dev.threadline.ui.kit.Background.Job;
import dev.threadline.ui.kit.CopyButton;
import dev.threadline.ui.kit.FailureBanner;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.JsonText;
import dev.threadline.ui.kit.JsonTree;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.words.Words;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One execution: its facts, its input beside what it wrote, why it failed, what it asks. JavaFX thread only.
final class ExecutionPane extends VBox {
    private static final Words WORDS = Words.of(ExecutionPane.class);
    private final OpenRun run;
    private final Label id = new Label();
    private final Label order = new Label();
    private final FlowPane facts = new FlowPane(20, 0);
    private final VBox messages = new VBox();
    private final ValueColumn input;
    private final ValueColumn wrote;
    private @Nullable Execution shown;
    private ExecutionRead.@Nullable Source source;
    private Execution.@Nullable State state;
    private @Nullable ExecutionRead read;
    private @Nullable Job job;

    ExecutionPane(OpenRun run) {
        this.run = run;
        input = new ValueColumn(run, WORDS.text("execution.input"));
        wrote = new ValueColumn(run, WORDS.text("execution.wrote"));
        facts.getStyleClass().addAll("tl-node-facts", "tl-line-bottom-muted");
        HBox columns = new HBox(input, wrote);
        HBox.setHgrow(input, Priority.ALWAYS);
        HBox.setHgrow(wrote, Priority.ALWAYS);
        wrote.getStyleClass().add("tl-node-wrote");
        VBox.setVgrow(columns, Priority.ALWAYS);
        getChildren().addAll(header(), facts, messages, columns);
        setMinHeight(0);
    }

    private HBox header() {
        Label title = new Label(WORDS.text("execution.title"));
        title.getStyleClass().add("tl-medium");
        title.setMinWidth(Region.USE_PREF_SIZE);
        id.getStyleClass().add("tl-data");
        id.setMinWidth(Region.USE_PREF_SIZE);
        order.getStyleClass().add("tl-muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        CopyButton copy = new CopyButton(WORDS.text("execution.copy"), this::copied);
        HBox header = new HBox(title, id, order, space, copy);
        header.getStyleClass().addAll("tl-panel-header", "tl-line-bottom-muted");
        return header;
    }

    private String copied() {
        ExecutionRead known = read;
        if (known == null) {
            return "";
        }
        String given = known.input() == null ? "null" : Json.pretty(known.input());
        String made = known.wrote() == null ? "null" : Json.pretty(known.wrote());
        return "{\n\"input\": " + given + ",\n\"wrote\": " + made + "\n}";
    }

    /// Shows an execution, or what is new about it.
    void show(Execution execution) {
        ExecutionRead.Source now = ExecutionRead.Source.of(execution);
        boolean same = execution == shown && now.equals(source) && execution.state() == state;
        boolean runs = execution.state() == Execution.State.RUNNING;
        if (same && !runs) {
            return;
        }
        shown = execution;
        state = execution.state();
        id.setText(execution.task().length() > 8 ? execution.task().substring(0, 8) + "…" : execution.task());
        facts(execution, read);
        if (now.equals(source)) {
            return;
        }
        source = now;
        if (job != null) {
            job.cancel();
        }
        var payloads = run.recording().payloads();
        job = run.background()
                .start(() -> ExecutionRead.of(now, payloads), got -> arrived(execution, got), this::failed);
    }

    /// Says which of how many it is, by the order of their ends.
    void order(String words) {
        order.setText(words);
    }

    private void arrived(Execution execution, ExecutionRead got) {
        job = null;
        read = got;
        facts(execution, got);
        input.show(
                got.input(), execution.fanOut() ? WORDS.text("execution.send") : "", WORDS.text("execution.no-input"));
        long size = ExecutionWords.wrote(execution, run.log());
        String nothing = execution.state() == Execution.State.RUNNING
                ? WORDS.text("execution.running")
                : WORDS.text("execution.nothing");
        boolean tells = size >= 0 && got.wrote() != JsonValue.JsonNull.NULL;
        JsonValue made = tells ? got.wrote() : null;
        wrote.show(made, made == null ? "" : Figures.bytes(size), nothing);
        messages(execution, got);
    }

    private void facts(Execution execution, @Nullable ExecutionRead got) {
        facts.getChildren().clear();
        fact(WORDS.text("execution.started"), Figures.clock(execution.start()));
        fact(
                execution.state() == Execution.State.RUNNING
                        ? WORDS.text("execution.running-for")
                        : WORDS.text("execution.took"),
                ExecutionWords.millis(ExecutionWords.took(execution, run)));
        if (execution.tokens() > 0) {
            fact(WORDS.text("execution.tokens"), Figures.count(execution.tokens()));
        }
        if (got != null && !got.triggers().isEmpty()) {
            fact(WORDS.text("execution.trigger"), got.triggers());
        }
    }

    private void fact(String name, String value) {
        Label key = new Label(name);
        key.getStyleClass().add("tl-muted");
        Label text = new Label(value);
        text.getStyleClass().add("tl-data");
        text.setMaxWidth(360);
        HBox both = new HBox(6, key, text);
        both.setMinHeight(20);
        both.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        facts.getChildren().add(both);
    }

    private void messages(Execution execution, ExecutionRead got) {
        messages.getChildren().clear();
        JsonValue error = got.error();
        if (error != null && execution.state() != Execution.State.DONE) {
            String type = got.errorType().isEmpty() ? WORDS.text("execution.an-error") : got.errorType();
            String sentence = execution.step() < -1
                    ? WORDS.text("execution.failed", execution.node(), type)
                    : WORDS.text("execution.failed.step", execution.node(), type, Integer.toString(execution.step()));
            messages.getChildren()
                    .add(new FailureBanner(
                            new FailureBanner.Failure(sentence, got.errorMessage(), Json.pretty(error)), List.of()));
        }
        for (JsonValue question : got.questions()) {
            String words = execution.state() == Execution.State.WAITING
                    ? WORDS.text("execution.waits", execution.node())
                    : WORDS.text("execution.asked", execution.node());
            FailureBanner banner = new FailureBanner(
                    new FailureBanner.Failure(words, JsonText.preview(question), Json.pretty(question)), List.of());
            banner.getStyleClass().add("waiting");
            messages.getChildren().add(banner);
        }
    }

    private void failed(Exception e) {
        job = null;
        read = null;
        messages.getChildren()
                .setAll(new FailureBanner(
                        new FailureBanner.Failure(WORDS.text("execution.unreadable"), "", "" + e.getMessage()),
                        List.of()));
        input.show(null, "", "");
        wrote.show(null, "", "");
    }

    /// Whether what the execution read and wrote is shown.
    boolean settled() {
        return job == null;
    }

    /// Gives up what is being read.
    void close() {
        if (job != null) {
            job.cancel();
        }
    }

    /// A value with a word above it.
    private static final class ValueColumn extends VBox {
        private final JsonTree tree;
        private final Label detail = new Label();
        private final Label nothing = new Label();

        ValueColumn(OpenRun run, String name) {
            tree = new JsonTree(run.theme(), name);
            Label title = new Label(name);
            title.getStyleClass().add("tl-medium");
            detail.getStyleClass().add("tl-muted");
            HBox head = new HBox(8, title, detail);
            head.getStyleClass().add("tl-node-value");
            nothing.getStyleClass().addAll("tl-muted", "tl-node-nothing");
            nothing.setWrapText(true);
            VBox.setVgrow(tree.node(), Priority.ALWAYS);
            getChildren().addAll(head, nothing, tree.node());
            setMinWidth(0);
            setPrefWidth(100);
        }

        void show(@Nullable JsonValue value, String words, String otherwise) {
            detail.setText(words);
            nothing.setText(otherwise);
            nothing.setVisible(value == null && !otherwise.isEmpty());
            nothing.setManaged(nothing.isVisible());
            if (value == null) {
                tree.clear();
            } else {
                tree.show(value);
            }
        }
    }
}
