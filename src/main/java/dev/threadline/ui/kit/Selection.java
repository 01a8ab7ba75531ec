package dev.threadline.ui.kit;

import dev.threadline.json.JsonPointer;
import dev.threadline.run.Execution;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the user points at in one run tab; panels meet here. JavaFX thread only.
public final class Selection {
    private final ObjectProperty<@Nullable Execution> execution = new SimpleObjectProperty<>(this, "execution");
    private final LongProperty event = new SimpleLongProperty(this, "event", 0);
    private final ObjectProperty<@Nullable JsonPointer> path = new SimpleObjectProperty<>(this, "path");

    /// The selected execution, or null.
    public ObjectProperty<@Nullable Execution> execution() {
        return execution;
    }

    /// The seq of the selected event, 0 for none.
    public LongProperty event() {
        return event;
    }

    /// The selected place in the state, or null.
    public ObjectProperty<@Nullable JsonPointer> path() {
        return path;
    }
}
