package dev.threadline.panel.timeline;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.Execution;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.theme.Glyph;
import dev.threadline.ui.theme.Palette;
import dev.threadline.words.Words;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a bar has no room for: when, how long, which step and task, tokens, what was written.
final class ExecutionCard extends VBox {
    private static final Words WORDS = Words.of(ExecutionCard.class);
    private static final double FIRST_COLUMN = 92;
    private static final long READABLE = 1_000_000;

    private final OpenRun run;
    private final Execution execution;
    private final long origin;
    private final long now;

    ExecutionCard(OpenRun run, Execution execution, long origin, long now) {
        this.run = run;
        this.execution = execution;
        this.origin = origin;
        this.now = now;
        getStylesheets()
                .add(Objects.requireNonNull(ExecutionCard.class.getResource("timeline.css"), "timeline.css")
                        .toExternalForm());
        getStyleClass().add("tl-card");
        setMouseTransparent(true);
        getChildren().addAll(title(), line());
        facts();
        getChildren().addAll(line(), keys());
    }

    private HBox title() {
        Region swatch = new Region();
        swatch.getStyleClass().add("tl-swatch");
        swatch.setStyle("-fx-background-color: " + hue() + ";");
        Label node = new Label(execution.node());
        node.getStyleClass().add("tl-strong");
        Label where = new Label(MarkPainter.path(execution.namespace()).replace("/", " / "));
        where.getStyleClass().add("tl-muted");
        where.setMinWidth(0);
        node.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox title = new HBox(8, swatch, node, where, space, glyph().node(run.theme(), 12));
        title.setAlignment(Pos.CENTER_LEFT);
        title.setMinHeight(22);
        return title;
    }

    private String hue() {
        return Palette.hex(run.theme().palette().get().lane(run.colors().of(execution.node())));
    }

    private Glyph glyph() {
        return switch (execution.state()) {
            case RUNNING -> Glyph.RUNNING;
            case DONE -> Glyph.DONE;
            case WAITING -> Glyph.WAITING;
            case FAILED -> Glyph.FAILED;
            case CANCELLED -> Glyph.CANCELLED;
            case CACHED -> Glyph.CACHED;
            case UNKNOWN -> Glyph.UNKNOWN;
        };
    }

    private void facts() {
        boolean ended = execution.end() != EventFacts.NO_TIME;
        long end = ended ? execution.end() : Math.max(now, execution.start());
        fact(
                ended ? WORDS.text("card.took") : WORDS.text("card.running-for"),
                Figures.duration(end - execution.start()),
                WORDS.text(
                        "card.from-to",
                        point(execution.start(), execution.startByArrival()),
                        ended ? point(end, execution.endByArrival()) : WORDS.text("card.now")));
        if (execution.state() != Execution.State.DONE && execution.state() != Execution.State.RUNNING) {
            fact(WORDS.text("card.ended"), Sentence.state(execution.state()), "");
        }
        if (execution.step() != EventFacts.NO_STEP) {
            fact(
                    WORDS.text("card.step"),
                    Integer.toString(execution.step()),
                    WORDS.text("card.task", Figures.id(execution.task())));
        }
        if (execution.attempts() > 1) {
            fact(WORDS.text("card.tried"), WORDS.text("card.times", Integer.toString(execution.attempts())), "");
        }
        tokens();
        wrote();
        if (execution.earlier() != null) {
            fact(
                    WORDS.text("card.again"),
                    WORDS.text(
                            "card.after", Integer.toString(execution.earlier().run())),
                    Sentence.state(execution.earlier().state()));
        }
    }

    /// A time after the origin in milliseconds; `≈` where it is an arrival.
    private String point(long time, boolean arrival) {
        return (arrival ? "≈" : "") + Figures.count(Math.round((time - origin) / 1000.0));
    }

    private void tokens() {
        if (execution.tokens() == 0) {
            return;
        }
        int started = run.log().indexOf(execution.startSeq());
        if (started >= 0) {
            long begun = run.log().receivedAt(started) + run.executions().clockOffset();
            fact(
                    WORDS.text("card.first-token"),
                    Figures.duration(Math.max(0, execution.tokenTimes().get(0) - begun)),
                    "");
        }
        long rate = Math.round(NotePainter.rate(execution));
        fact(
                WORDS.text("card.tokens"),
                Figures.count(execution.tokens()),
                rate == 0 ? "" : WORDS.text("card.rate", Figures.count(rate)));
    }

    private void wrote() {
        int index = execution.updateSeq() == 0 ? -1 : run.log().indexOf(execution.updateSeq());
        if (index < 0) {
            return;
        }
        if (run.log().size(index) > READABLE) {
            fact(WORDS.text("card.wrote"), Figures.bytes(run.log().size(index)), "");
            return;
        }
        Label value = fact(WORDS.text("card.wrote"), "…", "");
        run.background()
                .start(
                        () -> Writes.words(run.recording().payloads().data(execution.updateSeq()), execution.node()),
                        value::setText,
                        failure -> value.setText(Figures.bytes(run.log().size(index))));
    }

    private Label fact(String name, String value, String more) {
        Label first = new Label(name);
        first.getStyleClass().add("tl-muted");
        first.setMinWidth(FIRST_COLUMN);
        Label second = new Label(value);
        second.getStyleClass().add("tl-data");
        Label third = new Label(more);
        third.getStyleClass().addAll("tl-data", "tl-subtle");
        HBox row = new HBox(first, second, third);
        HBox.setMargin(third, new javafx.geometry.Insets(0, 0, 0, 7));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(20);
        getChildren().add(row);
        return second;
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("tl-card-line");
        return line;
    }

    private static HBox keys() {
        HBox keys = new HBox(6, key("Enter"), word(WORDS.text("card.open")), key("Z"), word(WORDS.text("card.zoom")));
        keys.setAlignment(Pos.CENTER_LEFT);
        keys.setMinHeight(20);
        return keys;
    }

    private static Label key(String name) {
        Label key = new Label(name);
        key.getStyleClass().add("tl-key");
        return key;
    }

    private static Label word(String text) {
        Label word = new Label(text);
        word.getStyleClass().addAll("tl-muted", "tl-small");
        return word;
    }
}
