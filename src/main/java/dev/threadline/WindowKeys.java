package dev.threadline;

import dev.threadline.ui.captures.CapturesView;
import dev.threadline.ui.shell.MainWindow;
import dev.threadline.ui.shell.RunActions;
import dev.threadline.ui.shell.RunTab;
import dev.threadline.ui.start.FirstScreen;
import dev.threadline.ui.start.NewRun;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The keys of the whole window that depend on what is in front (look, section 9). JavaFX thread only.
final class WindowKeys {
    private final MainWindow main;
    private final Scene scene;

    WindowKeys(MainWindow main, Scene scene) {
        this.main = main;
        this.scene = scene;
    }

    /// A key with Ctrl, or Cmd on macOS.
    WindowKeys on(KeyCode code, Runnable action) {
        scene.getAccelerators().put(MainWindow.key(code), action);
        return this;
    }

    /// Such a key that works on the first screen only.
    WindowKeys atFirst(KeyCode code, Runnable action) {
        return on(code, () -> {
            if (main.front() == null || main.front() instanceof FirstScreen) {
                action.run();
            }
        });
    }

    /// The keys of forms and runs.
    void forRuns() {
        on(KeyCode.ENTER, () -> {
            if (main.front() instanceof NewRun newRun) {
                newRun.run();
            }
        });
        on(KeyCode.F, () -> {
            inRun(RunTab::openSearch);
            if (main.front() instanceof CapturesView captures) {
                captures.search();
            }
        });
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F3), () -> inRun(tab -> tab.nextMatch(1)));
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN),
                        () -> inRun(tab -> tab.nextMatch(-1)));
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F5), () -> with(RunActions::runAgain));
        scene.getAccelerators()
                .put(new KeyCodeCombination(KeyCode.F5, KeyCombination.SHIFT_DOWN), () -> with(RunActions::cancel));
    }

    private void with(Consumer<RunActions> use) {
        inRun(tab -> use.accept(tab.actions()));
    }

    private void inRun(Consumer<RunTab> use) {
        if (main.front() instanceof RunTab tab) {
            use.accept(tab);
        }
    }
}
