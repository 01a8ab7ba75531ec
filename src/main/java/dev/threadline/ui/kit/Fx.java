package dev.threadline.ui.kit;

import javafx.application.Platform;

/// The one door from other threads to the JavaFX thread.
///
/// Streams never use it: they append, and the pulse looks. It is for single answers of background work.
public final class Fx {
    private Fx() {}

    /// Runs a task on the JavaFX thread: at once where the caller is on it, else with the next turn of its queue.
    public static void run(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }
}
