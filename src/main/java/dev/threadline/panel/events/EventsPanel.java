package dev.threadline.panel.events;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import dev.threadline.run.Execution;
import dev.threadline.ui.kit.EmptyPane;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.Panel;
import dev.threadline.ui.kit.RowFlow;
import dev.threadline.ui.kit.RowFlow.Row;
import dev.threadline.ui.kit.Segments;
import dev.threadline.ui.kit.Selection.Subject;
import dev.threadline.ui.theme.Icons;
import dev.threadline.ui.theme.Role;
import dev.threadline.words.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Every event of a recording in order of arrival, live or pinned; the lower left pane. JavaFX thread only.
public final class EventsPanel implements Panel {
    private static final Words WORDS = Words.of(EventsPanel.class);
    private static final long BUDGET = 2_000_000;

    /// The same in a frame in which nothing is drawn.
    private static final long MORE = 6_000_000;

    private final OpenRun run;
    private final EventRows rows;
    private final Summaries summaries;
    private final EventPainter painter;
    private final RowFlow flow;
    private final Label count = new Label();
    private final Segments<Boolean> grouping;
    private final EmptyPane empty =
            new EmptyPane(Feather.LIST, WORDS.text("panel.nothing"), WORDS.text("panel.nothing.action"));
    private final EmptyPane hidden;
    private final ToggleButton connection = new ToggleButton();
    private final VBox node;
    private final Subscription subscriptions;
    private long shown = -1;
    private int revision = -1;
    private int found = -1;
    private int drawn;
    private boolean moving;
    private boolean lost;

    /// The list of a run's events.
    public EventsPanel(OpenRun run) {
        this.run = run;
        rows = new EventRows(run.log());
        flow = new RowFlow(run.theme(), 22, new Shown());
        summaries = new Summaries(run, flow::redraw);
        painter = new EventPainter(run, rows, summaries);
        flow.setId("events");
        flow.setAccessibleRoleDescription(WORDS.text("panel.title"));
        flow.onOpen(this::open);
        flow.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        flow.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            if (e.getClickCount() == 1 && painter.onChevron(e.getX())) {
                toggle();
            }
        });
        grouping = new Segments<>(
                WORDS.text("panel.tokens"),
                List.of(true, false),
                on -> on ? WORDS.text("panel.grouped") : WORDS.text("panel.every"));
        hidden = hidden();
        StackPane body = new StackPane(flow, empty, hidden);
        VBox.setVgrow(body, Priority.ALWAYS);
        node = new VBox(header(), painter.columns().head(run.theme()), body);
        node.setMinSize(0, 0);
        subscriptions = listen();
    }

    private EmptyPane hidden() {
        Button all = new Button(WORDS.text("panel.show-all"));
        all.getStyleClass().add("tl-small");
        all.setOnAction(e -> run.search().onlyMatches().set(false));
        EmptyPane pane =
                new EmptyPane(Feather.SEARCH, WORDS.text("panel.no-match"), WORDS.text("panel.no-match.action"), all);
        pane.setVisible(false);
        return pane;
    }

    private HBox header() {
        Label title = new Label(WORDS.text("panel.title"));
        title.getStyleClass().add("tl-medium");
        title.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().add("tl-muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        connection.getStyleClass().add("tl-icon-toggle");
        connection.setGraphic(Icons.of(Feather.WIFI_OFF));
        connection.setAccessibleText(WORDS.text("panel.connection"));
        connection.setTooltip(new Tooltip(WORDS.text("panel.connection")));
        connection.setSelected(true);
        connection.setVisible(false);
        connection.managedProperty().bind(connection.visibleProperty());
        HBox header = new HBox(title, count, space, connection, grouping.node());
        header.getStyleClass().addAll("tl-panel-header", "tl-line-bottom-muted");
        return header;
    }

    private Subscription listen() {
        flow.follow().bindBidirectional(run.playhead().follow());
        flow.follow().set(run.playhead().follow().get());
        return Subscription.combine(
                () -> flow.follow().unbindBidirectional(run.playhead().follow()),
                flow.selected().subscribe(this::picked),
                grouping.value().subscribe(this::regroup),
                run.playhead().seq().subscribe(this::playheadMoved),
                run.selection().event().subscribe(this::eventSelected),
                run.selection().connection().subscribe(this::lineSelected),
                connection.selectedProperty().subscribe(this::connectionToggled),
                run.selection().execution().subscribe(this::executionSelected));
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
    public Node focus() {
        return flow;
    }

    @Override
    public void pulse() {
        boolean sought = found != run.search().revision();
        found = run.search().revision();
        boolean others = sought && onlyMatches();
        rows.take(run.recording().ledger(), System.nanoTime() + (run.draws() ? BUDGET : MORE));
        if (run.draws() || sought) {
            look(sought, others);
        }
        summaries.pulse();
    }

    private void look(boolean sought, boolean others) {
        int total = run.events();
        long now = ((long) rows.taken() << 32) + total;
        if (now != shown || sought) {
            shown = now;
            connection.setVisible(rows.tellsOfConnection());
            count.setText(words(total));
            empty.setVisible(rows.size() == 0 && total == 0);
            hidden.setVisible(rows.size() == 0 && total > 0 && rows.complete());
            painter.widen();
        }
        if (others || rows.taken() != drawn) {
            drawn = rows.taken();
            flow.rowsChanged();
            if (lost && rows.complete()) {
                eventSelected();
            }
        } else if (sought || revision != run.revision()) {
            flow.redraw();
        }
        revision = run.revision();
        flow.pulse();
    }

    /// How many events its rows stand for.
    public int listed() {
        return rows.taken();
    }

    /// Whether all rows on screen say what they hold.
    boolean settled() {
        return rows.complete() && flow.drawn() && summaries.settled();
    }

    /// Hides what the search did not find, or shows it again; true where that changed.
    private boolean onlyMatches() {
        boolean others =
                rows.setOnly(run.search().onlyMatches().get() ? run.search().hits() : null);
        lost |= others;
        return others;
    }

    private String words(int total) {
        if (run.search().onlyMatches().get()) {
            return WORDS.text("panel.matches", Figures.count(run.search().hits().size()), Figures.count(total));
        }
        return rows.taken() < total
                ? WORDS.text("panel.catching-up", Figures.count(rows.taken()), Figures.count(total))
                : WORDS.text("panel.count", Figures.count(total));
    }

    private void connectionToggled() {
        rows.showConnection(connection.isSelected());
        shown = -1;
        lost = true;
        pulse();
        flow.rowsChanged();
    }

    private void regroup() {
        if (grouping.value().get() != rows.grouped()) {
            rows.setGrouped(grouping.value().get());
            shown = -1;
            lost = true;
            pulse();
        }
    }

    /// The user chose a row: everyone else follows.
    private void picked() {
        int row = flow.selected().get();
        if (moving || row < 0 || row >= rows.size()) {
            return;
        }
        EventRows.Kind kind = rows.kind(row);
        if (kind == EventRows.Kind.RUN) {
            return;
        }
        if (kind == EventRows.Kind.CONNECTION) {
            pickedLine(rows.connection(row));
            return;
        }
        EventFacts facts = run.log().facts(rows.event(row));
        moving = true;
        run.selection().connection().set(null);
        run.selection().event().set(facts.seq());
        run.selection().execution().set(run.executions().of(facts));
        run.playhead().pin(run.executions().time(facts), facts.seq());
        moving = false;
    }

    /// The user chose a line of the ledger: the playhead goes to its moment.
    private void pickedLine(ConnectionEntry line) {
        moving = true;
        run.selection().event().set(0);
        run.selection().execution().set(null);
        run.selection().connection().set(line);
        run.playhead().pin(line.at() + run.executions().clockOffset(), line.afterSeq());
        moving = false;
    }

    /// A line of the ledger was chosen elsewhere: its row is selected.
    private void lineSelected() {
        ConnectionEntry line = run.selection().connection().get();
        int row = line == null ? -1 : rows.rowOf(line);
        if (!moving && row >= 0) {
            moving = true;
            flow.follow().set(false);
            flow.selected().set(row);
            flow.reveal(row);
            moving = false;
        }
    }

    /// The playhead was moved elsewhere: the row where it stands comes into sight.
    private void playheadMoved() {
        int row = playheadRow();
        if (!moving && row >= 0) {
            flow.reveal(row);
        }
        flow.redraw();
    }

    /// The row where the playhead stands, or -1 while it follows.
    private int playheadRow() {
        int event = run.playhead().follow().get()
                ? -1
                : run.log().indexOf(run.playhead().seq().get());
        return event < 0 ? -1 : rows.rowOf(event);
    }

    /// An event was chosen elsewhere: its row is selected.
    private void eventSelected() {
        int event = run.log().indexOf(run.selection().event().get());
        int row = event < 0 ? -1 : rows.rowOf(event);
        lost = event >= 0 && row < 0;
        if (!moving && row != flow.selected().get()) {
            moving = true;
            flow.selected().set(row);
            moving = false;
        }
    }

    /// A bar was chosen elsewhere: the list moves to its first row.
    private void executionSelected() {
        Execution execution = run.selection().execution().get();
        if (moving || execution == null || belongs(run.selection().event().get(), execution)) {
            return;
        }
        run.playhead().follow().set(false);
        run.selection().event().set(execution.startSeq());
    }

    private boolean belongs(long seq, @Nullable Execution execution) {
        int event = run.log().indexOf(seq);
        return event >= 0 && run.executions().of(run.log().facts(event)) == execution;
    }

    private boolean isGroup(int row) {
        return row >= 0 && row < rows.size() && rows.kind(row) == EventRows.Kind.GROUP;
    }

    private void open() {
        if (isGroup(flow.selected().get())) {
            toggle();
        } else {
            run.selection().open(Subject.EVENT);
        }
    }

    private void toggle() {
        int row = flow.selected().get();
        if (!isGroup(row)) {
            return;
        }
        rows.toggle(row);
        flow.rowsChanged();
    }

    private void key(KeyEvent e) {
        int row = flow.selected().get();
        boolean group = isGroup(row);
        switch (e.getCode()) {
            case SPACE -> run.playhead().follow().set(!run.playhead().follow().get());
            case RIGHT -> {
                if (!group || rows.open(row)) {
                    return;
                }
                toggle();
            }
            case LEFT -> {
                if (!group || !rows.open(row)) {
                    return;
                }
                toggle();
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }

    private final class Shown implements RowFlow.Rows {
        @Override
        public int count() {
            return rows.size();
        }

        @Override
        public void begin() {
            summaries.begin();
        }

        @Override
        public void drawn() {
            summaries.pulse();
        }

        @Override
        public void draw(Row row) {
            painter.draw(row);
        }

        @Override
        public @Nullable Role ground(int index) {
            Role ground = painter.ground(index);
            return ground == null && index == playheadRow() ? Role.ACCENT_SUBTLE : ground;
        }

        @Override
        public String sentence(int index) {
            return painter.sentence(index);
        }
    }
}
