package dev.threadline.panel.state;

import dev.threadline.json.JsonChange;
import dev.threadline.ui.kit.CopyButton;
import dev.threadline.ui.kit.Figures;
import dev.threadline.words.Words;
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
    private static final Words WORDS = Words.of(StateFrame.class);
    private final Count added = new Count("+", "tl-state-added");
    private final Count removed = new Count("−", "tl-state-removed");
    private final Count changed = new Count("~", "tl-state-changed");
    private final Count moved = new Count("↕", "tl-state-moved");
    private final Label same = new Label();
    private final HBox summary = new HBox(12);
    private final Label path = new Label("$");
    private final Label size = new Label();
    private final Label checkpoint = new Label();
    private final HBox footer;
    private String checkpointId = "";
    private final CopyButton copy = new CopyButton(WORDS.text("frame.copy"), () -> checkpointId);

    StateFrame() {
        same.getStyleClass().add("tl-muted");
        Label written = new Label(WORDS.text("frame.written"));
        written.getStyleClass().add("tl-muted");
        summary.getChildren().addAll(added, removed, changed, moved, same, space(), written);
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
        added.show(counts.added(), WORDS.text("frame.added", Figures.count(counts.added())));
        removed.show(counts.removed(), WORDS.text("frame.removed", Figures.count(counts.removed())));
        changed.show(counts.changed(), WORDS.text("frame.changed", Figures.count(counts.changed())));
        moved.show(counts.moved(), WORDS.text("frame.moved", Figures.count(counts.moved())));
        same.setText(
                counts.equalSides()
                        ? WORDS.text("frame.nothing-changed")
                        : WORDS.text("frame.as-before", Figures.count(counts.same())));
        checkpointId = Objects.requireNonNullElse(view.pair().at().checkpointId(), "");
        boolean known = !checkpointId.isEmpty();
        String bytes = Figures.bytes(view.size());
        size.setText(known ? WORDS.text("frame.checkpoint", bytes) : bytes);
        checkpoint.setText(Figures.checkpoint(checkpointId));
        copy.setVisible(known);
        copy.setManaged(known);
    }

    /// How many places changed in one way; hidden where none did. Made once: what comes new into a window has to be
    /// styled.
    private static final class Count extends HBox {
        private final Label words = new Label();

        Count(String mark, String style) {
            super(4);
            Label sign = new Label(mark);
            sign.getStyleClass().addAll("tl-state-mark", style);
            getChildren().addAll(sign, words);
            setAlignment(Pos.CENTER_LEFT);
            managedProperty().bind(visibleProperty());
        }

        void show(int number, String said) {
            setVisible(number > 0);
            words.setText(said);
        }
    }
}
