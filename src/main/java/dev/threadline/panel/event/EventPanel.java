package dev.threadline.panel.event;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import dev.threadline.ui.kit.Background.Job;
import dev.threadline.ui.kit.EmptyPane;
import dev.threadline.ui.kit.FailureBanner;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OneChild;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.Panel;
import dev.threadline.ui.kit.Selection.Subject;
import dev.threadline.words.Words;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One event exactly as it was received: its facts, and its data as a tree or as raw text. JavaFX thread only.
public final class EventPanel implements Panel {
    private static final Words WORDS = Words.of(EventPanel.class);
    private final OpenRun run;
    private final EventFactsGrid facts;
    private final EventBody payload;
    private final VBox content;
    private final EmptyPane empty =
            new EmptyPane(Feather.CROSSHAIR, WORDS.text("panel.nothing"), WORDS.text("panel.nothing.action"));
    private final StackPane node = new StackPane();
    private final Subscription subscription;
    private long shown;
    private @Nullable ConnectionEntry told;
    private @Nullable Job job;

    /// The selected event of a run.
    public EventPanel(OpenRun run) {
        this.run = run;
        facts = new EventFactsGrid();
        payload = new EventBody(run, () -> read(shown, true));
        VBox.setVgrow(payload, Priority.ALWAYS);
        content = new VBox(facts, payload);
        OneChild.show(node, empty);
        node.setMinSize(0, 0);
        node.getStylesheets()
                .add(Objects.requireNonNull(EventPanel.class.getResource("event.css"))
                        .toExternalForm());
        subscription = Subscription.combine(
                run.selection().event().subscribe(this::look),
                run.selection().connection().subscribe(this::look));
    }

    @Override
    public String title() {
        return WORDS.text("panel.title");
    }

    @Override
    public boolean shows(Subject subject) {
        return subject == Subject.EVENT;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void pulse() {
        look();
        payload.seek(run.search().needle());
    }

    private void look() {
        ConnectionEntry line = run.selection().connection().get();
        long seq = run.selection().event().get();
        if (line != null && seq == 0) {
            show(line);
            return;
        }
        if (seq == shown && told == null) {
            return;
        }
        told = null;
        int event = run.log().indexOf(seq);
        shown = seq;
        if (event < 0) {
            OneChild.show(node, empty);
            return;
        }
        EventFacts here = run.log().facts(event);
        facts.show(here);
        payload.loading(here);
        OneChild.show(node, content);
        read(seq, false);
    }

    /// A line of the connection ledger has facts and no data.
    private void show(ConnectionEntry line) {
        if (line.equals(told)) {
            return;
        }
        told = line;
        shown = 0;
        if (job != null) {
            job.cancel();
        }
        OneChild.show(node, ConnectionFacts.of(line));
    }

    private void read(long seq, boolean all) {
        if (job != null) {
            job.cancel();
        }
        var payloads = run.recording().payloads();
        job = run.background().start(() -> EventRead.of(seq, all, payloads), payload::show, this::failed);
    }

    private void failed(Exception e) {
        VBox banner = new VBox(
                facts,
                new FailureBanner(
                        new FailureBanner.Failure(
                                WORDS.text("panel.unreadable", Figures.count(shown)),
                                WORDS.text("panel.unreadable.action"),
                                "" + e.getMessage()),
                        List.of()));
        OneChild.show(node, banner);
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        if (job != null) {
            job.cancel();
        }
    }
}
