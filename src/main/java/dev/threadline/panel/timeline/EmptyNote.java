package dev.threadline.panel.timeline;

import dev.threadline.run.RunStatus;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What the timeline says while it has nothing to draw: what will be here, or why nothing is.
final class EmptyNote extends VBox {
    private static final Words WORDS = Words.of(EmptyNote.class);
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
            say(WORDS.text("empty.catching-up"), WORDS.text("empty.lanes"));
        } else if (run.log().size() == 0 && !status.ended()) {
            say(WORDS.text("empty.no-events"), WORDS.text("empty.lanes"));
        } else if (!status.ended()) {
            say(WORDS.text("empty.no-node"), WORDS.text("empty.lanes"));
        } else if (status == RunStatus.FAILED) {
            say(WORDS.text("empty.failed"), WORDS.text("empty.failed.what"));
        } else if (run.recording().damage() != null) {
            say(WORDS.text("empty.damaged"), WORDS.text("empty.damaged.what"));
        } else {
            say(WORDS.text("empty.no-task"), WORDS.text("empty.no-task.what"));
        }
    }

    private void say(String what, String then) {
        title.setText(what);
        hint.setText(then);
    }
}
