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
        String key = "samples." + sample.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Label name = new Label(WORDS.text(key), Icons.small(Feather.FILE));
        name.getStyleClass().add("tl-medium");
        name.setMinWidth(200);
        name.setPrefWidth(200);
        Label what = new Label(WORDS.text(key + ".what"));
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
        row.setId("sample-" + key.substring("samples.".length()));
        row.setAccessibleText(WORDS.text("samples.open", WORDS.text(key), WORDS.text(key + ".what")));
        row.setOnAction(e -> open.accept(sample));
        return row;
    }
}
