package dev.threadline.panel.node;

import dev.threadline.run.Execution;
import dev.threadline.run.Lane;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.theme.Glyph;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Which node is shown, where it stands, and how its executions ended. JavaFX thread only.
final class NodeHeader extends HBox {
    private static final Words WORDS = Words.of(NodeHeader.class);
    private final OpenRun run;
    private final Rectangle swatch = new Rectangle(8, 8);
    private final ComboBox<Lane> nodes = new ComboBox<>();
    private final Label place = new Label();
    private final Label done = new Label();
    private final Label failed = new Label();
    private final Label waiting = new Label();

    NodeHeader(OpenRun run, Consumer<Lane> chosen) {
        this.run = run;
        swatch.setArcWidth(4);
        swatch.setArcHeight(4);
        nodes.getStyleClass().addAll("tl-compact", "tl-node-choice");
        nodes.setAccessibleText(WORDS.text("header.node"));
        nodes.setMinWidth(90);
        nodes.setConverter(new Names());
        nodes.setOnShowing(e -> fill());
        nodes.valueProperty().subscribe(lane -> {
            if (lane != null) {
                chosen.accept(lane);
            }
        });
        place.getStyleClass().add("tl-muted");
        place.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        swatch,
                        nodes,
                        place,
                        space,
                        count(Glyph.DONE, Execution.State.DONE, done),
                        count(Glyph.FAILED, Execution.State.FAILED, failed),
                        count(Glyph.WAITING, Execution.State.WAITING, waiting));
        getStyleClass().addAll("tl-panel-header", "tl-line-bottom-muted");
    }

    private HBox count(Glyph glyph, Execution.State state, Label number) {
        HBox both = new HBox(4, glyph.node(run.theme(), 12), number);
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMinWidth(Region.USE_PREF_SIZE);
        both.setAccessibleText(ExecutionWords.state(state));
        return both;
    }

    private void fill() {
        List<Lane> all = new ArrayList<>();
        collect(run.executions().lanes(), all);
        for (Lane lane : all) {
            if (!nodes.getItems().contains(lane)) {
                nodes.getItems().add(lane);
            }
        }
    }

    private static void collect(List<Lane> lanes, List<Lane> into) {
        for (Lane lane : lanes) {
            into.add(lane);
            collect(lane.children(), into);
        }
    }

    /// Shows a node and the figures of its executions.
    void show(Lane lane) {
        if (!nodes.getItems().contains(lane)) {
            nodes.getItems().add(lane);
        }
        nodes.setValue(lane);
        swatch.setFill(run.theme().palette().get().lane(run.colors().of(lane.node())));
        place.setText(ExecutionWords.place(lane));
        number(done, lane, Execution.State.DONE);
        number(failed, lane, Execution.State.FAILED);
        number(waiting, lane, Execution.State.WAITING);
    }

    private static void number(Label label, Lane lane, Execution.State state) {
        long count = lane.executions().stream().filter(e -> e.state() == state).count();
        label.setText(Figures.count(count));
        label.getStyleClass().remove("tl-muted");
        if (count == 0) {
            label.getStyleClass().add("tl-muted");
        }
    }

    private static final class Names extends StringConverter<Lane> {
        @Override
        public String toString(@Nullable Lane lane) {
            return lane == null ? "" : lane.path().replace("/", " / ");
        }

        @Override
        public @Nullable Lane fromString(String text) {
            return null;
        }
    }
}
