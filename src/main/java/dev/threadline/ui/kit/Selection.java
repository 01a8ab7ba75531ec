package dev.threadline.ui.kit;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.json.JsonPointer;
import dev.threadline.run.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

    private final ObjectProperty<@Nullable ConnectionEntry> connection = new SimpleObjectProperty<>(this, "connection");

    private final List<Consumer<Subject>> openers = new ArrayList<>();

    /// A kind of thing that a panel shows one of.
    public enum Subject {
        /// An execution of a node.
        EXECUTION,
        /// An event as received.
        EVENT
    }

    /// The selected execution, or null.
    public ObjectProperty<@Nullable Execution> execution() {
        return execution;
    }

    /// The seq of the selected event, 0 for none.
    public LongProperty event() {
        return event;
    }

    /// The selected line of the connection ledger, or null; while there is one, no event is selected.
    public ObjectProperty<@Nullable ConnectionEntry> connection() {
        return connection;
    }

    /// Asks for the selected thing in the panel that shows it: Enter, or a double click.
    public void open(Subject subject) {
        openers.forEach(opener -> opener.accept(subject));
    }

    /// Hears what is to be opened.
    public void onOpen(Consumer<Subject> opener) {
        openers.add(opener);
    }

    /// The selected place in the state, or null.
    public ObjectProperty<@Nullable JsonPointer> path() {
        return path;
    }
}
