package dev.threadline.ui.menu;

import dev.threadline.ui.kit.Buttons;
import dev.threadline.ui.kit.CopyButton;
import dev.threadline.words.Words;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the window says of a fault of Threadline's own: a sentence, the report to copy; the window stays as it is.
///
/// JavaFX thread only.
public final class FaultSheet extends Sheet {
    private static final Words WORDS = Words.of(FaultSheet.class);

    private final Label again = new Label();
    private final Button copy;

    /// The sheet of a fault.
    public FaultSheet(FaultReport report) {
        this(report, new VBox(8), copyButton(report), new Button(WORDS.text("faultSheet.close")));
    }

    private FaultSheet(FaultReport report, VBox content, Button copy, Button leave) {
        super("fault", WORDS.text("faultSheet.title"), 640, content, copy, leave);
        this.copy = copy;
        leave.setOnAction(e -> close());
        leave.setId("fault-close");
        Label sentence = new Label(WORDS.text("faultSheet.sentence"));
        sentence.getStyleClass().add("tl-prose");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        Label hint = new Label(WORDS.text("faultSheet.hint"));
        hint.getStyleClass().add("tl-muted");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        again.getStyleClass().add("tl-muted");
        again.setId("fault-again");
        TextArea details = new TextArea(report.text());
        details.setEditable(false);
        details.getStyleClass().add("tl-details");
        details.setPrefRowCount(14);
        details.setAccessibleText(WORDS.text("faultSheet.details"));
        details.setId("fault-details");
        content.getChildren().addAll(sentence, hint, details, again);
        happened(1);
    }

    private static Button copyButton(FaultReport report) {
        Button copy = Buttons.of(WORDS.text("faultSheet.copy"), Feather.COPY, "", () -> CopyButton.put(report.text()));
        copy.getStyleClass().add("tl-primary");
        copy.setId("fault-copy");
        return copy;
    }

    /// Says how often it, or another fault, happened since the sheet opened.
    public void happened(int times) {
        again.setText(times > 1 ? WORDS.text("faultSheet.again", Integer.toString(times)) : "");
        again.setVisible(times > 1);
        again.setManaged(times > 1);
    }

    @Override
    protected Node first() {
        return copy;
    }
}
