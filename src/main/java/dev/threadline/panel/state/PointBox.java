package dev.threadline.panel.state;

import dev.threadline.run.StatePoint;
import dev.threadline.ui.kit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// A choice among the states of a namespace, read when it opens. JavaFX thread only.
final class PointBox extends ComboBox<PointBox.Item> {
    private final UnaryOperator<String> prompt;
    private boolean filling;

    /// A state to choose.
    ///
    /// @param point the state, or null to go along by itself again
    /// @param words what it is called
    record Item(@Nullable StatePoint point, String words) {
        @Override
        public String toString() {
            StatePoint state = point;
            return state == null ? words : words + "   " + Figures.clock(state.time());
        }
    }

    /// A choice.
    ///
    /// @param name what it is called
    /// @param prompt what it says when a state is chosen, from the state's name
    /// @param along what choosing no state of one's own is called
    PointBox(
            String name,
            UnaryOperator<String> prompt,
            String along,
            Supplier<List<StatePoint>> points,
            Function<StatePoint, String> names,
            Consumer<@Nullable StatePoint> chosen) {
        this.prompt = prompt;
        getStyleClass().add("tl-compact");
        setAccessibleText(name);
        setMinWidth(74);
        setConverter(new Names());
        setOnShowing(e -> fill(along, points.get(), names));
        valueProperty().subscribe(item -> {
            if (item != null && !filling) {
                chosen.accept(item.point());
            }
        });
    }

    private void fill(String along, List<StatePoint> points, Function<StatePoint, String> names) {
        filling = true;
        List<Item> items = new ArrayList<>();
        items.add(new Item(null, along));
        points.reversed().forEach(point -> items.add(new Item(point, names.apply(point))));
        getItems().setAll(items);
        getSelectionModel().clearSelection();
        filling = false;
    }

    /// Says which state it is now.
    void show(String state) {
        setPromptText(prompt.apply(state));
    }

    private static final class Names extends StringConverter<Item> {
        @Override
        public String toString(@Nullable Item item) {
            return item == null ? "" : item.toString();
        }

        @Override
        public @Nullable Item fromString(String text) {
            return null;
        }
    }
}
