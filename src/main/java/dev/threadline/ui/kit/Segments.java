package dev.threadline.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;

/// A choice of a few words side by side, one of them always chosen. JavaFX thread only.
public final class Segments<T> {
    private final SegmentedButton node = new SegmentedButton();
    private final ObjectProperty<T> value;

    /// A choice; the first is chosen.
    ///
    /// @param name for those who don't see it
    public Segments(String name, List<T> choices, Function<T, String> words) {
        value = new SimpleObjectProperty<>(this, "value", choices.getFirst());
        node.setAccessibleText(name);
        node.setMinWidth(SegmentedButton.USE_PREF_SIZE);
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(words.apply(choice));
            button.setUserData(choice);
            button.setSelected(choice.equals(value.get()));
            button.setMinWidth(ToggleButton.USE_PREF_SIZE);
            button.setOnAction(e -> choose(button, choice));
            node.getButtons().add(button);
        }
        value.subscribe(this::mark);
    }

    /// Its node.
    public SegmentedButton node() {
        return node;
    }

    /// What is chosen.
    public ObjectProperty<T> value() {
        return value;
    }

    private void choose(Toggle button, T choice) {
        button.setSelected(true);
        value.set(choice);
    }

    private void mark() {
        for (ToggleButton button : node.getButtons()) {
            button.setSelected(button.getUserData().equals(value.get()));
        }
    }
}
