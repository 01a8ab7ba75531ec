package dev.threadline.panel.timeline;

import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.Panel;
import dev.threadline.words.Words;
import java.util.Objects;
import java.util.function.LongSupplier;
import javafx.scene.Node;

/// The live timeline of a run: a lane a node, a bar an execution, over the server's time.
///
/// JavaFX thread only. It reads the shared projections of its [OpenRun] and meets the other panels in selection and
/// playhead.
public final class TimelinePanel implements Panel {
    private static final Words WORDS = Words.of(TimelinePanel.class);
    private final TimelineView view;

    /// The timeline of a recording.
    public TimelinePanel(OpenRun run) {
        this(run, () -> System.currentTimeMillis() * 1000);
    }

    /// @param clock microseconds since the epoch, this machine's
    TimelinePanel(OpenRun run, LongSupplier clock) {
        view = new TimelineView(run, clock);
        view.getStylesheets()
                .add(Objects.requireNonNull(TimelinePanel.class.getResource("timeline.css"), "timeline.css")
                        .toExternalForm());
    }

    @Override
    public String title() {
        return WORDS.text("timeline.title");
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void pulse() {
        view.pulse();
    }

    @Override
    public void close() {
        view.card().hide();
    }

    TimelineView view() {
        return view;
    }
}
