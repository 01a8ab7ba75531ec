package dev.threadline.panel.node;

import dev.threadline.run.Execution;
import dev.threadline.run.Lane;
import dev.threadline.ui.kit.EmptyPane;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OneChild;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.Panel;
import dev.threadline.ui.kit.RowFlow;
import dev.threadline.ui.kit.RowFlow.Row;
import dev.threadline.ui.kit.Selection.Subject;
import dev.threadline.words.Words;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// All executions of one node, and the selected one with its input, writes and error. JavaFX thread only.
public final class NodePanel implements Panel {
    private static final Words WORDS = Words.of(NodePanel.class);
    private final OpenRun run;
    private final Inputs inputs;
    private final ExecutionPainter painter;
    private final RowFlow flow;
    private final NodeHeader header;
    private final Label more = new Label();
    private final ExecutionPane pane;
    private final SplitPane split;
    private final VBox content;
    private final EmptyPane empty;
    private final StackPane node = new StackPane();
    private final Subscription subscriptions;
    private @Nullable Lane lane;
    private long longest = 1;
    private int revision = -1;
    private boolean moving;

    /// The executions of a node of a run.
    public NodePanel(OpenRun run) {
        this.run = run;
        flow = new RowFlow(run.theme(), 22, new Shown());
        inputs = new Inputs(run, flow::redraw);
        painter = new ExecutionPainter(run, inputs);
        flow.setId("executions");
        flow.setAccessibleRoleDescription(WORDS.text("panel.executions"));
        header = new NodeHeader(run, this::chosen);
        pane = new ExecutionPane(run);
        more.getStyleClass().addAll("tl-muted", "tl-node-more");
        VBox.setVgrow(flow, Priority.ALWAYS);
        VBox table = new VBox(painter.columns().head(run.theme()), flow, more);
        split = new SplitPane(table, pane);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.42);
        VBox.setVgrow(split, Priority.ALWAYS);
        content = new VBox(header, split);
        empty = new EmptyPane(Feather.CROSSHAIR, WORDS.text("panel.nothing"), WORDS.text("nodePanel.empty"));
        OneChild.show(node, empty);
        node.setMinSize(0, 0);
        node.getStylesheets()
                .add(Objects.requireNonNull(NodePanel.class.getResource("node.css"))
                        .toExternalForm());
        subscriptions = Subscription.combine(
                flow.selected().subscribe(this::picked),
                run.selection().execution().subscribe(this::selected));
    }

    @Override
    public String title() {
        return WORDS.text("panel.title");
    }

    @Override
    public boolean shows(Subject subject) {
        return subject == Subject.EXECUTION;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focus() {
        return flow;
    }

    @Override
    public void pulse() {
        if (lane == null && !run.executions().lanes().isEmpty()) {
            first();
        }
        if (revision != run.revision() && lane != null) {
            revision = run.revision();
            show(lane);
        }
        inputs.pulse();
    }

    /// Until someone chooses, the node that began first.
    private void first() {
        lane = run.executions().lanes().getFirst();
        revision = -1;
    }

    private void show(Lane shown) {
        List<Execution> all = shown.executions();
        longest = all.stream().mapToLong(e -> ExecutionWords.took(e, run)).max().orElse(1);
        header.show(shown);
        OneChild.show(node, content);
        flow.rowsChanged();
        if (flow.selected().get() < 0 && !all.isEmpty()) {
            moving = true;
            flow.selected().set(0);
            moving = false;
        }
        more();
        detail();
    }

    /// Whether all that is on screen is read.
    boolean settled() {
        return lane != null && inputs.settled() && pane.settled();
    }

    private void more() {
        Lane shown = lane;
        int all = shown == null ? 0 : shown.executions().size();
        int room = (int) (flow.getHeight() / 22);
        boolean cut = room > 0 && all > room;
        more.setText(WORDS.text("panel.more", Figures.count(room), Figures.count(all)));
        more.setVisible(cut);
        more.setManaged(cut);
    }

    private void detail() {
        Execution execution = at(flow.selected().get());
        if (execution != null && lane != null) {
            pane.order(WORDS.text(
                    "panel.order",
                    Integer.toString(flow.selected().get() + 1),
                    Figures.count(lane.executions().size())));
            pane.show(execution);
        }
    }

    private @Nullable Execution at(int row) {
        Lane shown = lane;
        return shown == null || row < 0 || row >= shown.executions().size()
                ? null
                : shown.executions().get(row);
    }

    private void chosen(Lane other) {
        if (other != lane) {
            lane = other;
            moving = true;
            flow.selected().set(-1);
            moving = false;
            show(other);
        }
    }

    private void picked() {
        Execution execution = at(flow.selected().get());
        if (execution == null || moving) {
            return;
        }
        moving = true;
        run.selection().execution().set(execution);
        moving = false;
        detail();
    }

    private void selected() {
        Execution execution = run.selection().execution().get();
        if (execution == null || moving) {
            return;
        }
        moving = true;
        lane = execution.lane();
        flow.selected().set(execution.lane().executions().indexOf(execution));
        moving = false;
        show(execution.lane());
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        pane.close();
    }

    private final class Shown implements RowFlow.Rows {
        @Override
        public int count() {
            Lane shown = lane;
            return shown == null ? 0 : shown.executions().size();
        }

        @Override
        public void draw(Row row) {
            Execution execution = at(row.index());
            if (execution != null) {
                painter.draw(row, execution, longest);
            }
        }

        @Override
        public String sentence(int index) {
            Execution execution = at(index);
            return execution == null ? "" : ExecutionWords.sentence(execution, run);
        }
    }
}
