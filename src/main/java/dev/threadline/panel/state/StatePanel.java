package dev.threadline.panel.state;

import dev.threadline.capture.EventFacts;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonPointer;
import dev.threadline.run.Execution;
import dev.threadline.ui.kit.Background.Job;
import dev.threadline.ui.kit.Buttons;
import dev.threadline.ui.kit.EmptyPane;
import dev.threadline.ui.kit.FailureBanner;
import dev.threadline.ui.kit.JsonRow;
import dev.threadline.ui.kit.JsonText;
import dev.threadline.ui.kit.JsonTree;
import dev.threadline.ui.kit.OneChild;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.Panel;
import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The state at the playhead and what changed since the step before, with who wrote each key last.
///
/// JavaFX thread only; states are read and compared in the background.
public final class StatePanel implements Panel {
    private static final Words WORDS = Words.of(StatePanel.class);
    private static final int LOOK_BACK = 500;

    private final OpenRun run;
    private final StateChoice choice;
    private final StateToolbar toolbar;
    private final StateFrame frame = new StateFrame();
    private final Authors authors = new Authors();
    private final JsonTree tree;
    private final Label note = new Label();
    private final VBox content;
    private final StackPane body = new StackPane();
    private final EmptyPane empty;
    private final VBox node;
    private final Subscription subscription;
    private StateChoice.@Nullable Pair wanted;
    private @Nullable StateView view;
    private @Nullable Job job;
    private @Nullable Job attribution;
    private Map<String, Authors.Author> known = Map.of();
    private int revision = -1;
    private long seq = -1;
    private boolean moving;

    /// The state of a run.
    public StatePanel(OpenRun run) {
        this.run = run;
        choice = new StateChoice(run.states());
        tree = new JsonTree(run.theme(), WORDS.text("panel.title"));
        tree.node().setId("state");
        tree.margin(new AuthorMargin(run, this::author));
        tree.onSelect(this::picked);
        toolbar = new StateToolbar(choice, run.states(), this::chosen);
        empty = new EmptyPane(
                Feather.GIT_COMMIT,
                WORDS.text("panel.nothing"),
                WORDS.text("panel.nothing.action"),
                Buttons.of(
                        WORDS.text("panel.follow"),
                        Feather.SKIP_FORWARD,
                        "Space",
                        () -> run.playhead().follow().set(true)));
        note.setGraphic(Icons.small(Feather.INFO));
        note.setGraphicTextGap(8);
        note.setWrapText(true);
        note.setMinHeight(Label.USE_PREF_SIZE);
        note.setMaxWidth(Double.MAX_VALUE);
        note.getStyleClass().addAll("tl-muted", "tl-state-note");
        VBox.setVgrow(tree.node(), Priority.ALWAYS);
        content = new VBox(frame.summary(), tree.node(), note, frame.footer());
        OneChild.show(body, empty);
        VBox.setVgrow(body, Priority.ALWAYS);
        node = new VBox(toolbar, body);
        node.setMinSize(0, 0);
        node.getStylesheets()
                .add(Objects.requireNonNull(StatePanel.class.getResource("state.css"))
                        .toExternalForm());
        subscription = run.selection().path().subscribe(this::pathSelected);
    }

    @Override
    public String title() {
        return WORDS.text("panel.title");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void pulse() {
        long now = run.playhead().seq().get();
        boolean goesBy = run.behind() && run.playhead().follow().get() && wanted != null;
        if ((revision != run.revision() || seq != now) && run.draws() && !goesBy) {
            revision = run.revision();
            seq = now;
            look();
        }
    }

    /// Whether the states at the playhead are read, compared and attributed.
    boolean settled() {
        StateView shown = view;
        return job == null
                && attribution == null
                && shown != null
                && shown.pair().equals(choice.pair(seq));
    }

    /// The user chose: what is being read for an older choice is given up.
    private void chosen() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        StateView shown = view;
        if (shown != null && shown.pair().equals(choice.pair(seq))) {
            wanted = shown.pair();
            show(shown);
        }
        look();
    }

    private void look() {
        StateChoice.Pair pair = choice.pair(seq);
        toolbar.show(pair);
        note(pair);
        if (pair == null) {
            wanted = null;
            OneChild.show(body, empty);
        } else if (job == null && !pair.equals(wanted)) {
            read(pair);
        }
    }

    private void read(StateChoice.Pair pair) {
        wanted = pair;
        var payloads = run.recording().payloads();
        StateView last = view;
        job = run.background().start(() -> StateView.read(pair, last, payloads), this::arrived, this::failed);
    }

    private void arrived(StateView read) {
        job = null;
        view = read;
        show(read);
        attribute(read);
        look();
    }

    private void attribute(StateView shown) {
        if (attribution != null) {
            attribution.cancel();
        }
        List<Authors.Stop> back = Authors.back(run.states(), shown.pair().at());
        var payloads = run.recording().payloads();
        attribution = run.background()
                .start(
                        () -> authors.of(back, payloads),
                        found -> {
                            attribution = null;
                            known = found;
                            tree.redraw();
                        },
                        e -> known = Map.of());
    }

    private void show(StateView shown) {
        tree.show(shown.change(), toolbar.changesOnly());
        frame.show(shown);
        OneChild.show(body, content);
        pathSelected();
    }

    private void failed(Exception e) {
        job = null;
        view = null;
        StateChoice.Pair pair = wanted;
        String sentence = e instanceof JsonFailure
                ? pair == null ? WORDS.text("panel.not-json") : WORDS.text("panel.not-json.at", choice.words(pair.at()))
                : pair == null
                        ? WORDS.text("panel.unreadable")
                        : WORDS.text("panel.unreadable.at", choice.words(pair.at()));
        var failure = new FailureBanner.Failure(sentence, WORDS.text("panel.unreadable.action"), "" + e.getMessage());
        VBox banner = new VBox(new FailureBanner(failure, List.of()));
        OneChild.show(body, banner);
    }

    private void note(StateChoice.@Nullable Pair pair) {
        int step = pair == null ? EventFacts.NO_STEP : running(pair);
        boolean shows = step != EventFacts.NO_STEP;
        note.setVisible(shows);
        note.setManaged(shows);
        note.setText(WORDS.text("panel.running", Integer.toString(step)));
    }

    /// The step that is running after the state shown, or `NO_STEP`.
    private int running(StateChoice.Pair pair) {
        List<Execution> all = run.executions().all();
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - LOOK_BACK); i--) {
            Execution execution = all.get(i);
            if (execution.state() == Execution.State.RUNNING
                    && execution.namespace().equals(pair.at().namespace())
                    && execution.step() > pair.at().step()) {
                return execution.step();
            }
        }
        return EventFacts.NO_STEP;
    }

    private Authors.@Nullable Author author(JsonRow row) {
        StateView shown = view;
        boolean key = row.depth() == 0 && row.skipped().isEmpty() && !row.item();
        return shown == null || !key ? null : known.get(row.token());
    }

    private void picked(@Nullable JsonRow row) {
        if (row != null && !moving) {
            moving = true;
            run.selection().path().set(row.pointer());
            moving = false;
        }
        JsonPointer path = run.selection().path().get();
        frame.path(JsonText.path(path == null ? JsonPointer.ROOT : path));
    }

    private void pathSelected() {
        JsonPointer path = run.selection().path().get();
        if (path != null && !moving) {
            moving = true;
            tree.select(path);
            moving = false;
        }
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        if (job != null) {
            job.cancel();
        }
        if (attribution != null) {
            attribution.cancel();
        }
    }
}
