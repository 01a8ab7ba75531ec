package dev.threadline.panel.timeline;

import dev.threadline.run.RunStatus;
import dev.threadline.ui.kit.OpenRun;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What the timeline says while it has nothing to draw: what will be here, or why nothing is.
final class EmptyNote extends VBox {
    private final Label title = new Label();
    private final Label hint = new Label();

    EmptyNote() {
        super(4);
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        title.getStyleClass().add("tl-strong");
        hint.getStyleClass().add("tl-muted");
        hint.setWrapText(true);
        hint.setMinWidth(0);
        getChildren().addAll(title, hint);
    }

    void show(OpenRun run, boolean empty) {
        setVisible(empty);
        if (!empty) {
            return;
        }
        RunStatus status = run.recording().status();
        if (!run.caughtUp()) {
            say("Catching up…", "Each node gets a lane here, each of its executions a bar.");
        } else if (run.log().size() == 0 && !status.ended()) {
            say("No events yet", "Each node gets a lane here, each of its executions a bar.");
        } else if (!status.ended()) {
            say("No node has started yet", "Each node gets a lane here, each of its executions a bar.");
        } else if (status == RunStatus.FAILED) {
            say("The run failed before a node started", "The event list has the server's words.");
        } else if (run.recording().damage() != null) {
            say("No task can be read", "What tells of tasks lies in the part of the capture that is missing.");
        } else {
            say("No task was reported", "Stream mode debug reports tasks with their times; this run did not send any.");
        }
    }

    private void say(String what, String then) {
        title.setText(what);
        hint.setText(then);
    }
}
