package dev.threadline.panel.state;

import dev.threadline.run.StateHistory;
import dev.threadline.ui.kit.Segments;
import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What is chosen above the state: namespace, the two states, all or changes. JavaFX thread only.
final class StateToolbar extends HBox {
    private static final Words WORDS = Words.of(StateToolbar.class);
    private final StateChoice choice;
    private final StateHistory states;
    private final ComboBox<String> namespaces = new ComboBox<>();
    private final Set<String> offered = new HashSet<>(Set.of(""));
    private final PointBox at;
    private final PointBox from;
    private final Segments<Boolean> changes = new Segments<>(
            WORDS.text("toolbar.shown"),
            List.of(false, true),
            on -> on ? WORDS.text("toolbar.changes") : WORDS.text("toolbar.all"));
    private int looked = -1;

    /// A toolbar; `changed` is called after every choice.
    StateToolbar(StateChoice choice, StateHistory states, Runnable changed) {
        this.choice = choice;
        this.states = states;
        at = new PointBox(
                WORDS.text("toolbar.at"),
                said -> WORDS.text("toolbar.at.this", said),
                WORDS.text("toolbar.playhead"),
                this::points,
                choice::words,
                point -> {
                    choice.at(point);
                    changed.run();
                });
        from = new PointBox(
                WORDS.text("toolbar.from"),
                said -> WORDS.text("toolbar.from.this", said),
                WORDS.text("toolbar.before"),
                this::points,
                choice::words,
                point -> {
                    choice.from(point);
                    changed.run();
                });
        namespaces.getStyleClass().add("tl-compact");
        namespaces.setAccessibleText(WORDS.text("toolbar.namespace"));
        namespaces.setMinWidth(58);
        namespaces.setConverter(new Names());
        namespaces.getItems().add("");
        namespaces.setValue("");
        namespaces.valueProperty().subscribe(space -> {
            // The states beside it need the room more than its longest name does.
            namespaces.setPrefWidth(space == null || space.isEmpty() ? 66 : 130);
            if (space != null && !space.equals(choice.namespace())) {
                choice.namespace(space);
                changed.run();
            }
        });
        namespaces.focusedProperty().subscribe(this::offer);
        namespaces.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> offer());
        changes.value().subscribe(changed);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var arrow = Icons.small(Feather.ARROW_LEFT);
        getChildren().addAll(namespaces, at, arrow, from, space, changes.node());
        getStyleClass().addAll("tl-toolbar", "tl-line-bottom-muted");
        setSpacing(6);
    }

    private List<dev.threadline.run.StatePoint> points() {
        return states.points(choice.namespace());
    }

    /// Whether only changes are shown.
    boolean changesOnly() {
        return changes.value().get();
    }

    /// Takes new namespaces and says which states are compared.
    void show(StateChoice.@Nullable Pair pair) {
        if (namespaces.isFocused() || namespaces.isShowing()) {
            offer();
        }
        at.setDisable(pair == null);
        from.setDisable(pair == null);
        at.show(pair == null ? "…" : choice.words(pair.at()));
        from.show(pair == null || pair.from() == null ? WORDS.text("toolbar.nothing") : choice.words(pair.from()));
    }

    /// Takes new namespaces when the user turns to the box, which looks at each of its items whenever one comes: large
    /// captures have thousands.
    private void offer() {
        if (looked != states.revision()) {
            looked = states.revision();
            namespaces
                    .getItems()
                    .addAll(states.namespaces().stream().filter(offered::add).toList());
        }
    }

    private final class Names extends StringConverter<String> {
        @Override
        public String toString(@Nullable String space) {
            return space == null ? "" : choice.words(space);
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
