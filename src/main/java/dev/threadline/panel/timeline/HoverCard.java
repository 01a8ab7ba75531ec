package dev.threadline.panel.timeline;

import dev.threadline.run.Execution;
import dev.threadline.ui.kit.OpenRun;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.stage.Popup;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows the card of an execution after 350 ms under the pointer, or beside the bar that the keyboard selected.
final class HoverCard {
    private final OpenRun run;
    private final TimelineView view;
    private final Popup popup = new Popup();
    private final PauseTransition wait = new PauseTransition(Duration.millis(350));
    private @Nullable Execution shown;
    private @Nullable Execution next;
    private double x;
    private double y;

    HoverCard(OpenRun run, TimelineView view) {
        this.run = run;
        this.view = view;
        popup.setAutoFix(true);
        popup.setHideOnEscape(false);
        wait.setOnFinished(e -> show());
    }

    /// Shows an execution soon, near a point of the screen, unless the pointer moves on.
    void soon(Execution execution, double screenX, double screenY) {
        if (execution == shown && popup.isShowing()) {
            return;
        }
        hide();
        next = execution;
        x = screenX + 12;
        y = screenY + 16;
        wait.playFromStart();
    }

    /// Shows an execution soon, below its bar.
    void soonBeside(Execution execution) {
        Frame frame = view.frame();
        int row = view.data().rows().rowOf(execution);
        if (frame == null || row < 0) {
            return;
        }
        double left = Math.clamp(frame.start(execution), frame.gutter(), Math.max(frame.gutter(), frame.width() - 40));
        Point2D at = view.localToScreen(left + 16, frame.y(row) + LaneRow.HEIGHT + 4);
        if (at != null) {
            hide();
            next = execution;
            x = at.getX();
            y = at.getY();
            wait.playFromStart();
        }
    }

    /// Hides the card; true where one was shown.
    boolean hide() {
        wait.stop();
        next = null;
        shown = null;
        boolean was = popup.isShowing();
        popup.hide();
        return was;
    }

    private void show() {
        Execution execution = next;
        var scene = view.getScene();
        if (execution == null
                || scene == null
                || scene.getWindow() == null
                || !scene.getWindow().isShowing()) {
            return;
        }
        popup.getScene().getStylesheets().setAll(scene.getStylesheets());
        popup.getContent()
                .setAll(new ExecutionCard(
                        run, execution, view.data().origin(), view.data().now()));
        Bounds window = view.localToScreen(view.getLayoutBounds());
        if (window != null) {
            shown = execution;
            popup.show(scene.getWindow(), x, y);
        }
    }
}
