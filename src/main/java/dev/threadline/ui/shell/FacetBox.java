package dev.threadline.ui.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;

/// A choice of one of the values that the events of a run have, or of any; the values are read when it opens. JavaFX
/// thread only.
final class FacetBox extends ComboBox<String> {
    private final String any;
    private boolean filling;

    /// @param name what is chosen
    /// @param any what no choice is called
    FacetBox(String name, String any, Supplier<Collection<String>> values, Runnable chosen) {
        this.any = any;
        getStyleClass().addAll("tl-compact", "tl-facet");
        setAccessibleText(name);
        setMinWidth(84);
        getItems().setAll(any);
        setValue(any);
        setOnShowing(e -> fill(values.get()));
        valueProperty().subscribe((before, now) -> {
            if (!filling) {
                chosen.run();
            }
        });
    }

    private void fill(Collection<String> values) {
        String before = getValue();
        List<String> items = new ArrayList<>(List.of(any));
        items.addAll(values);
        filling = true;
        getItems().setAll(items);
        setValue(before);
        filling = false;
    }

    /// The chosen value, or null for any.
    @Nullable
    String chosen() {
        String value = getValue();
        return value == null || value.equals(any) ? null : value;
    }

    /// Chooses a value, or any with null.
    void choose(@Nullable String value) {
        setValue(value == null ? any : value);
    }
}
