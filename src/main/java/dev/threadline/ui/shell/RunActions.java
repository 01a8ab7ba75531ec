package dev.threadline.ui.shell;

import dev.threadline.session.Link;
import org.jspecify.annotations.Nullable;

/// What can be done with the run of a tab; a reopened capture without its server can do nothing. JavaFX thread only.
public interface RunActions {
    /// Nothing can be done: the run is read from a file.
    RunActions NONE = new RunActions() {};

    /// Whether the run is streamed by this window.
    default boolean live() {
        return false;
    }

    /// How the run is heard at this moment, or null where this window does not hear it.
    default @Nullable Link link() {
        return null;
    }

    /// Joins a stream that broke at once, without waiting for the countdown.
    default void reconnectNow() {}

    /// Whether the same input can be run once more.
    default boolean canRunAgain() {
        return false;
    }

    /// Runs the same request on a new thread.
    default void runAgain() {}

    /// Asks the server to stop the run.
    default void cancel() {}
}
