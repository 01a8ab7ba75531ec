package dev.threadline.panel.timeline;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.Execution;
import dev.threadline.ui.kit.Ink;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.Selection.Subject;
import dev.threadline.words.Words;
import java.util.function.LongSupplier;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The timeline as one canvas: drawn at most once a pulse, and only when something changed.
///
/// One focus stop with arrow keys inside; the selection is told to the accessibility API as a sentence. JavaFX thread
/// only.
final class TimelineView extends Region {
    private static final Words WORDS = Words.of(TimelineView.class);
    private static final double WIDEST_GUTTER = 184;
    private static final double LEAST_GUTTER = 120;

    private static final double PREFERRED = Frame.TOP + 9 * LaneRow.HEIGHT + Frame.FOOT;

    private final OpenRun run;
    private final TimelineData data;
    private final Viewport viewport = new Viewport();
    private final Moments moments;
    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private final TimelineControls controls;
    private final EmptyNote empty = new EmptyNote();
    private final HoverCard card;
    private final TimelinePainter painter;
    private final Ink ink;
    private final Lettering type = Lettering.load();
    private double wantedGutter;
    private boolean dirty = true;
    private boolean moved;
    private int found;
    private boolean choosing;
    private @Nullable Frame frame;

    /// @param clock microseconds since the epoch, this machine's
    TimelineView(OpenRun run, LongSupplier clock) {
        this.run = run;
        this.ink = new Ink(canvas.getGraphicsContext2D(), run.theme());
        this.data = new TimelineData(run, clock);
        this.moments = new Moments(run);
        this.card = new HoverCard(run, this);
        this.painter = new TimelinePainter(run, this::touch);
        this.controls = new TimelineControls(this, run);
        bar.setOrientation(Orientation.VERTICAL);
        bar.getStyleClass().add("tl-scroll");
        bar.setFocusTraversable(false);
        getChildren().addAll(canvas, bar, controls, empty);
        getStyleClass().add("tl-timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(WORDS.text("timeline.title"));
        new TimelineMouse(this, canvas).listen();
        new TimelineKeys(this).listen();
        bar.valueProperty().subscribe(this::touch);
        focusedProperty().subscribe(this::touch);
        run.theme().tell(this, TimelineView::touch);
        run.playhead().time().subscribe(() -> moved = true);
        run.playhead().follow().subscribe(this::followed);
        run.selection().execution().subscribe(this::selected);
    }

    OpenRun run() {
        return run;
    }

    TimelineData data() {
        return data;
    }

    Viewport viewport() {
        return viewport;
    }

    Moments moments() {
        return moments;
    }

    HoverCard card() {
        return card;
    }

    /// How things stand on the screen, or null before the first drawing.
    @Nullable
    Frame frame() {
        return frame;
    }

    /// Asks for a drawing at the next pulse.
    void touch() {
        dirty = true;
    }

    /// Looks at what is new and draws if anything changed.
    void pulse() {
        if (dirty || viewport.gliding() || run.draws()) {
            look();
        }
    }

    private void look() {
        LaneRow anchor = anchor();
        int before = anchor == null ? -1 : data.rows().indexOf(anchor);
        if (data.update()) {
            painter.update();
            dirty = true;
            keep(anchor, before);
        }
        if (found != run.search().revision()) {
            found = run.search().revision();
            dirty = true;
        }
        if (dirty || moved || viewport.gliding()) {
            draw();
        }
    }

    /// Lets the next change of the viewport be seen as a movement, unless calm is asked for.
    void glide() {
        if (!run.theme().still()) {
            viewport.glide(System.nanoTime());
        }
        touch();
    }

    /// Moves the viewport by the user's hand: a live run is no longer followed.
    void byHand() {
        if (data.live()) {
            run.playhead().follow().set(false);
        }
        card.hide();
        touch();
    }

    /// Selects an execution from inside the timeline.
    void choose(Execution execution) {
        choosing = true;
        run.selection().execution().set(execution);
        choosing = false;
    }

    /// Opens the selection; false where there is none.
    boolean open() {
        if (run.selection().execution().get() == null) {
            return false;
        }
        card.hide();
        run.selection().open(Subject.EXECUTION);
        return true;
    }

    /// Folds or unfolds a lane.
    void toggle(LaneRow row) {
        data.rows().toggle(row.lane());
        touch();
    }

    /// Scrolls the lanes by pixels.
    void scroll(double pixels) {
        bar.setValue(Math.clamp(bar.getValue() + pixels, 0, bar.getMax()));
    }

    /// Whether there are more lanes than fit.
    boolean scrolls() {
        return bar.getMax() > 0;
    }

    /// Sets the width of the gutter.
    void gutter(double wanted) {
        wantedGutter = Math.clamp(wanted, LEAST_GUTTER, Math.max(LEAST_GUTTER, getWidth() / 2));
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return PREFERRED;
    }

    @Override
    protected double computeMinHeight(double width) {
        return Frame.TOP + LaneRow.HEIGHT + Frame.FOOT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 900;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        bar.resizeRelocate(getWidth() - 10, Frame.TOP, 10, Math.max(0, getHeight() - Frame.TOP));
        controls.resizeRelocate(6, 1, gutterWidth() - 12, 26);
        empty.resizeRelocate(gutterWidth(), Frame.TOP, getWidth() - gutterWidth(), getHeight() - Frame.TOP);
        draw();
    }

    private double gutterWidth() {
        return wantedGutter > 0 ? wantedGutter : Math.clamp(getWidth() * 0.22, LEAST_GUTTER, WIDEST_GUTTER);
    }

    private void draw() {
        if (canvas.getWidth() < 1 || canvas.getHeight() < 1) {
            return;
        }
        dirty = false;
        moved = false;
        double gutter = gutterWidth();
        boolean follow = run.playhead().follow().get();
        viewport.space(canvas.getWidth() - gutter, gutter);
        viewport.time(data.origin(), data.now(), data.idle(), data.live(), follow, data.bars());
        scrollRange();
        empty.show(run, data.empty());
        Frame made = new Frame(
                canvas.getGraphicsContext2D(),
                ink,
                run.theme().palette().get(),
                type,
                viewport.axis(System.nanoTime()),
                run.executions(),
                data.rows(),
                data.breaks(),
                data.steps(),
                data.waits(),
                run.colors(),
                canvas.getWidth(),
                canvas.getHeight(),
                Math.round(bar.getValue()),
                data.origin(),
                data.now(),
                head(follow),
                run.selection().execution().get(),
                run.search(),
                isFocused());
        frame = made;
        painter.draw(made, viewport);
    }

    private long head(boolean follow) {
        if (data.empty()) {
            return EventFacts.NO_TIME;
        }
        return follow ? data.now() : run.playhead().time().get();
    }

    private void scrollRange() {
        double high = data.rows().size() * LaneRow.HEIGHT;
        double room = Math.max(1, canvas.getHeight() - Frame.TOP - Frame.FOOT);
        bar.setMax(Math.max(0, high - room));
        bar.setVisibleAmount(high <= room ? 0 : bar.getMax() * room / high);
        bar.setVisible(high > room);
        bar.setUnitIncrement(LaneRow.HEIGHT);
        bar.setBlockIncrement(Math.max(LaneRow.HEIGHT, room - LaneRow.HEIGHT));
        bar.setValue(Math.clamp(bar.getValue(), 0, bar.getMax()));
    }

    /// The row that stays where it is when rows come and go: the selected one, else the first in view.
    private @Nullable LaneRow anchor() {
        Execution selected = run.selection().execution().get();
        int row = selected == null ? -1 : data.rows().rowOf(selected);
        if (row < 0) {
            row = (int) (bar.getValue() / LaneRow.HEIGHT);
        }
        return row < data.rows().size() ? data.rows().get(row) : null;
    }

    private void keep(@Nullable LaneRow anchor, int before) {
        if (data.live() && run.playhead().follow().get()) {
            var all = run.executions().all();
            if (!all.isEmpty()) {
                scrollRange();
                showRow(data.rows().rowOf(all.getLast()));
            }
        } else if (anchor != null) {
            int after = data.rows().indexOf(anchor);
            if (after >= 0 && after != before) {
                scrollRange();
                scroll((after - before) * LaneRow.HEIGHT);
            }
        }
    }

    private void showRow(int row) {
        double top = row * LaneRow.HEIGHT;
        double room = canvas.getHeight() - Frame.TOP - Frame.FOOT;
        if (row < 0) {
            return;
        }
        if (top < bar.getValue()) {
            bar.setValue(top);
        } else if (top + LaneRow.HEIGHT > bar.getValue() + room) {
            bar.setValue(Math.min(bar.getMax(), top + LaneRow.HEIGHT - room));
        }
    }

    private void followed() {
        if (run.playhead().follow().get()) {
            glide();
            if (data.live()) {
                viewport.follow();
            } else {
                viewport.reveal(data.now(), data.now());
            }
        }
        touch();
    }

    private void selected() {
        Execution execution = run.selection().execution().get();
        touch();
        if (execution == null) {
            setAccessibleText(WORDS.text("timeline.title"));
            return;
        }
        setAccessibleText(Sentence.of(execution, data.now()));
        if (data.rows().rowOf(execution) < 0) {
            data.rows().unfoldTo(execution);
            data.rows().update(run.executions().lanes());
            scrollRange();
        }
        showRow(data.rows().rowOf(execution));
        Frame shown = frame;
        if (!choosing && shown != null) {
            glide();
            viewport.reveal(execution.start(), shown.endTime(execution));
        }
    }
}
