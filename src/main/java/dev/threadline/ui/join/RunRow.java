package dev.threadline.ui.join;

import dev.threadline.protocol.RunInfo;
import dev.threadline.ui.kit.Figures;
import dev.threadline.words.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A run that is going on, as a row to choose: how it stands, whose it is, since when. JavaFX thread only.
final class RunRow extends Button {
    private static final Words WORDS = Words.of(RunRow.class);

    private final RunInfo run;

    RunRow(RunInfo run, String assistant, Runnable choose) {
        this.run = run;
        getStyleClass().addAll("tl-row", "tl-recent");
        setMaxWidth(Double.MAX_VALUE);
        Region dot = new Region();
        dot.getStyleClass().addAll("tl-dot", run.status().equals("running") ? "good" : "tl-dot-off");
        Label status = new Label(run.status());
        status.setMinWidth(64);
        Label name = new Label(assistant);
        name.getStyleClass().add("tl-medium");
        Label thread = data(WORDS.text("runRow.thread", Figures.tail(run.threadId())));
        Label id = data(WORDS.text("runRow.run", Figures.tail(run.runId())));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label since = new Label(since(run.createdAt()));
        since.getStyleClass().add("tl-muted");
        HBox content = new HBox(12, dot, status, name, thread, id, space, since);
        content.setAlignment(Pos.CENTER_LEFT);
        content.prefWidthProperty().bind(widthProperty().subtract(18));
        setGraphic(content);
        setTooltip(new Tooltip(run.threadId() + "\n" + run.runId()));
        setAccessibleText(WORDS.text("runRow.name", assistant, run.status(), since.getText()));
        setOnAction(e -> choose.run());
    }

    private static Label data(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("tl-data", "tl-subtle");
        return label;
    }

    private static String since(String createdAt) {
        try {
            return Figures.age(OffsetDateTime.parse(createdAt).toInstant(), Instant.now());
        } catch (DateTimeException e) {
            return createdAt;
        }
    }

    RunInfo run() {
        return run;
    }

    void mark(boolean chosen) {
        getStyleClass().remove("tl-chosen");
        if (chosen) {
            getStyleClass().add("tl-chosen");
        }
    }
}
