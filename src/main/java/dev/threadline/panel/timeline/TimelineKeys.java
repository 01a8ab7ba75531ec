package dev.threadline.panel.timeline;

import dev.threadline.run.Execution;
import dev.threadline.ui.kit.OpenRun;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys of the timeline (look, section 9).
final class TimelineKeys {
    private final TimelineView view;
    private final OpenRun run;

    TimelineKeys(TimelineView view) {
        this.view = view;
        this.run = view.run();
    }

    void listen() {
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent e) {
        if (e.isControlDown() || e.isAltDown() || e.isMetaDown()) {
            return;
        }
        if (act(e)) {
            e.consume();
        }
    }

    private boolean act(KeyEvent e) {
        switch (e.getCode()) {
            case LEFT -> move(-1, e.isShiftDown());
            case RIGHT -> move(1, e.isShiftDown());
            case J -> bar(1);
            case K -> bar(-1);
            case UP -> lane(-1);
            case DOWN -> lane(1);
            case SPACE -> run.playhead().follow().set(!run.playhead().follow().get());
            case Z -> zoomToSelection();
            case DIGIT0, NUMPAD0 -> TimelineControls.fit(view);
            case ESCAPE -> {
                return view.card().hide();
            }
            case ENTER -> {
                return view.open();
            }
            default -> {
                return zoom(e);
            }
        }
        return true;
    }

    private boolean zoom(KeyEvent e) {
        KeyCode code = e.getCode();
        if (code == KeyCode.PLUS || code == KeyCode.ADD || code == KeyCode.EQUALS || "+".equals(e.getText())) {
            TimelineControls.zoom(view, TimelineControls.FACTOR);
            return true;
        }
        if (code == KeyCode.MINUS || code == KeyCode.SUBTRACT || "-".equals(e.getText())) {
            TimelineControls.zoom(view, 1 / TimelineControls.FACTOR);
            return true;
        }
        return false;
    }

    private void move(int by, boolean step) {
        Frame frame = view.frame();
        if (frame == null || view.data().empty()) {
            return;
        }
        if (step) {
            Steps steps = view.data().steps();
            int here = steps.at(frame.head());
            boolean inside =
                    here >= 0 && by < 0 && frame.head() > steps.get(here).start();
            int next = inside ? here : here + by;
            if (next >= 0 && next < steps.size()) {
                view.moments().pin(steps.get(next).start());
            }
        } else {
            view.moments().step(by, frame.head());
        }
        long head = run.playhead().time().get();
        if (view.viewport().reveal(head, head)) {
            view.touch();
        }
    }

    /// The next or last execution in order of time that has a row of its own.
    private void bar(int by) {
        List<Execution> all = run.executions().all();
        Execution selected = run.selection().execution().get();
        int at = selected == null ? (by > 0 ? -1 : all.size()) : selected.index();
        for (int i = at + by; i >= 0 && i < all.size(); i += by) {
            if (view.data().rows().rowOf(all.get(i)) >= 0) {
                choose(all.get(i));
                return;
            }
        }
    }

    /// The execution nearest in time in the row above or below.
    private void lane(int by) {
        Frame frame = view.frame();
        Execution selected = run.selection().execution().get();
        LaneRows rows = view.data().rows();
        if (frame == null || rows.size() == 0) {
            return;
        }
        int here = selected == null ? (by > 0 ? -1 : rows.size()) : rows.rowOf(selected);
        long time =
                selected == null ? frame.head() : Math.clamp(frame.head(), selected.start(), frame.endTime(selected));
        for (int i = here + by; i >= 0 && i < rows.size(); i += by) {
            Execution nearest = Hits.nearest(rows.get(i), time);
            if (nearest != null) {
                choose(nearest);
                return;
            }
        }
    }

    private void choose(@Nullable Execution execution) {
        Frame frame = view.frame();
        if (execution == null || frame == null) {
            return;
        }
        view.choose(execution);
        view.moments().pin(execution.start());
        if (view.viewport().reveal(execution.start(), frame.endTime(execution))) {
            view.byHand();
        }
        view.card().soonBeside(execution);
    }

    private void zoomToSelection() {
        Execution selected = run.selection().execution().get();
        Frame frame = view.frame();
        if (selected != null && frame != null) {
            view.glide();
            view.viewport().show(selected.start(), frame.endTime(selected));
            view.byHand();
        }
    }
}
