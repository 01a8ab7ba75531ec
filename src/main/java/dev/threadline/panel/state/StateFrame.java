package dev.threadline.panel.state;

import dev.threadline.json.JsonChange;
import dev.threadline.ui.kit.CopyButton;
import dev.threadline.ui.kit.Figures;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The lines above and below the state: how much changed; the selected path, the size and the checkpoint.
///
/// JavaFX thread only.
final class StateFrame {
    private final HBox summary = new HBox(12);
    private final Label path = new Label("$");
    private final Label size = new Label();
    private final Label checkpoint = new Label();
    private final HBox footer;
    private String checkpointId = "";
    private final CopyButton copy = new CopyButton("Copy the checkpoint's id", () -> checkpointId);

    StateFrame() {
        line(summary);
        summary.getStyleClass().add("tl-line-bottom-muted");
        path.getStyleClass().addAll("tl-data", "tl-muted", "tl-state-small");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        path.setMinWidth(0);
        size.getStyleClass().add("tl-muted");
        size.setMinWidth(Region.USE_PREF_SIZE);
        checkpoint.getStyleClass().addAll("tl-data", "tl-muted", "tl-state-small");
        checkpoint.setMinWidth(Region.USE_PREF_SIZE);
        footer = new HBox(8, path, space(), size, checkpoint, copy);
        line(footer);
        footer.getStyleClass().add("tl-line-top-muted");
    }

    private static void line(HBox box) {
        box.setAlignment(Pos.CENTER_LEFT);
        box.setPadding(new Insets(0, 12, 0, 12));
        box.setMinHeight(28);
        box.setMaxHeight(28);
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /// The line above.
    HBox summary() {
        return summary;
    }

    /// The line below.
    HBox footer() {
        return footer;
    }

    /// Says which path is selected.
    void path(String words) {
        path.setText(words);
    }

    /// Says how much changed, how big it is and which checkpoint it is.
    void show(StateView view) {
        JsonChange.Counts counts = view.change().counts();
        summary.getChildren().clear();
        count("+", "tl-state-added", counts.added(), "added");
        count("−", "tl-state-removed", counts.removed(), "removed");
        count("~", "tl-state-changed", counts.changed(), "changed");
        count("↕", "tl-state-moved", counts.moved(), "moved");
        Label same = new Label(counts.equalSides() ? "nothing changed" : Figures.count(counts.same()) + " as before");
        same.getStyleClass().add("tl-muted");
        Label written = new Label("last written by");
        written.getStyleClass().add("tl-muted");
        summary.getChildren().addAll(same, space(), written);
        checkpointId = Objects.requireNonNullElse(view.pair().at().checkpointId(), "");
        boolean known = !checkpointId.isEmpty();
        size.setText(Figures.bytes(view.size()) + (known ? " · checkpoint" : ""));
        checkpoint.setText(Figures.checkpoint(checkpointId));
        copy.setVisible(known);
        copy.setManaged(known);
    }

    private void count(String mark, String style, int number, String word) {
        if (number == 0) {
            return;
        }
        Label sign = new Label(mark);
        sign.getStyleClass().addAll("tl-state-mark", style);
        HBox both = new HBox(4, sign, new Label(Figures.count(number) + " " + word));
        both.setAlignment(Pos.CENTER_LEFT);
        summary.getChildren().add(both);
    }
}
