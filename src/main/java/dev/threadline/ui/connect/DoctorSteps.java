package dev.threadline.ui.connect;

import dev.threadline.ui.connect.Doctor.Finding;
import dev.threadline.ui.connect.Doctor.Step;
import dev.threadline.ui.theme.Glyph;
import dev.threadline.ui.theme.Theme;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The steps of connecting, each with its mark, what was found and how long it took.
final class DoctorSteps extends VBox {
    private static final Words WORDS = Words.of(DoctorSteps.class);
    private final Theme theme;
    private static final List<Step> STEPS = List.of(Step.values());

    private final List<Line> lines = new ArrayList<>();

    DoctorSteps(Theme theme) {
        this.theme = theme;
        getStyleClass().add("tl-line-top");
        setStyle("-fx-padding: 8 0 0 0;");
        setId("doctor");
        for (int i = 0; i < STEPS.size(); i++) {
            lines.add(new Line());
        }
        getChildren().addAll(lines);
    }

    /// Begins anew for a place.
    void start(String place) {
        for (int i = 0; i < lines.size(); i++) {
            String words = STEPS.get(i).words();
            lines.get(i).show(i == 0 ? WORDS.text("steps.reach", words, place) : words, "", "");
            lines.get(i).mark(i == 0 ? Glyph.RUNNING : Glyph.NOT_YET);
        }
    }

    /// A step is done; the next one runs.
    void found(Finding finding) {
        int done = STEPS.indexOf(finding.step());
        Line line = lines.get(done);
        line.show(line.words.getText(), finding.finding(), finding.millis() + " ms");
        line.mark(Glyph.DONE);
        if (done + 1 < lines.size()) {
            lines.get(done + 1).mark(Glyph.RUNNING);
        }
    }

    /// The running step failed; those after it are not tried.
    void failed() {
        boolean before = true;
        for (Line line : lines) {
            if (line.glyph == Glyph.RUNNING) {
                line.mark(Glyph.FAILED);
                before = false;
            } else if (!before) {
                line.show(line.words.getText(), WORDS.text("steps.not-tried"), "");
            }
        }
    }

    private final class Line extends HBox {
        private final StackPane mark = new StackPane();
        private final Label words = new Label();
        private final Label finding = new Label();
        private final Label took = new Label();
        private Glyph glyph = Glyph.NOT_YET;

        Line() {
            super(8);
            setAlignment(Pos.CENTER_LEFT);
            setMinHeight(24);
            words.setMinWidth(176);
            finding.getStyleClass().add("tl-muted");
            finding.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(finding, Priority.ALWAYS);
            took.getStyleClass().addAll("tl-data", "tl-subtle");
            getChildren().addAll(mark, words, finding, took);
        }

        void show(String what, String found, String time) {
            words.setText(what);
            finding.setText(found);
            took.setText(time);
        }

        void mark(Glyph now) {
            glyph = now;
            mark.getChildren().setAll(now.node(theme, 12));
        }
    }
}
