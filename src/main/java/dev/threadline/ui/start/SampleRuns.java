package dev.threadline.ui.start;

import dev.threadline.capture.SampleCapture;
import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The captures that come with the program, each a row that says what there is to see and opens it.
public final class SampleRuns extends VBox {
    private static final Words WORDS = Words.of(SampleRuns.class);

    /// The list; what is chosen is told.
    public SampleRuns(Consumer<SampleCapture> open) {
        super(8);
        setId("sample-runs");
        Label heading = new Label(WORDS.text("samples.title"));
        heading.getStyleClass().add("tl-heading");
        Label where = new Label(WORDS.text("samples.below"));
        where.getStyleClass().add("tl-muted");
        HBox head = new HBox(12, heading, where);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox rows = new VBox();
        rows.getStyleClass().add("tl-line-top");
        for (SampleCapture sample : SampleCapture.values()) {
            rows.getChildren().add(row(sample, open));
        }
        getChildren().addAll(head, rows);
    }

    private static Node row(SampleCapture sample, Consumer<SampleCapture> open) {
        Label name = new Label(name(sample), Icons.small(Feather.FILE));
        name.getStyleClass().add("tl-medium");
        name.setMinWidth(200);
        name.setPrefWidth(200);
        Label what = new Label(what(sample));
        what.getStyleClass().add("tl-muted");
        what.setTextOverrun(OverrunStyle.ELLIPSIS);
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox content = new HBox(8, name, what);
        content.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button("", content);
        row.getStyleClass().addAll("tl-row", "tl-recent");
        row.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(row.widthProperty().subtract(18));
        row.setId("sample-" + sample.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        row.setAccessibleText(WORDS.text("samples.open", name(sample), what(sample)));
        row.setOnAction(e -> open.accept(sample));
        return row;
    }

    private static String name(SampleCapture sample) {
        return switch (sample) {
            case FAN_OUT -> WORDS.text("samples.fan-out");
            case TWO_QUESTIONS -> WORDS.text("samples.two-questions");
            case HANDOFFS -> WORDS.text("samples.handoffs");
            case RETRIES -> WORDS.text("samples.retries");
            case TOOL_CALLS -> WORDS.text("samples.tool-calls");
            case LARGE_STATE -> WORDS.text("samples.large-state");
        };
    }

    private static String what(SampleCapture sample) {
        return switch (sample) {
            case FAN_OUT -> WORDS.text("samples.fan-out.what");
            case TWO_QUESTIONS -> WORDS.text("samples.two-questions.what");
            case HANDOFFS -> WORDS.text("samples.handoffs.what");
            case RETRIES -> WORDS.text("samples.retries.what");
            case TOOL_CALLS -> WORDS.text("samples.tool-calls.what");
            case LARGE_STATE -> WORDS.text("samples.large-state.what");
        };
    }
}
