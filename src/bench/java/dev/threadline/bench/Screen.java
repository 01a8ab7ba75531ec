package dev.threadline.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/// JavaFX for a bench: started once, without a window of its own.
final class Screen {
    private static boolean started;

    private Screen() {}

    /// Does work on the JavaFX thread and gives what comes of it.
    static <T> T call(Callable<T> work) throws Exception {
        if (!started) {
            started = true;
            Platform.startup(() -> {});
            Platform.setImplicitExit(false);
        }
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
