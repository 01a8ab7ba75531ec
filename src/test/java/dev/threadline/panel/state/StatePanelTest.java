package dev.threadline.panel.state;

import dev.threadline.panel.Recorded;
import dev.threadline.panel.Screen;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatePanelTest {
    @TempDir
    Path folder;

    @Test
    void showsTheStateLikeTheMockUp() throws Exception {
        var recording = Recorded.into(folder.resolve("a.threadline"), Recorded.DEFAULT_MODES)
                .run("approval-flows/nested-1-run", "waiting")
                .run("approval-flows/nested-3-resume", "success")
                .open();
        try (Screen screen = new Screen(recording, StatePanel::new, 483, 464)) {
            screen.until(screen.panel(StatePanel.class)::settled);
            screen.shoot("state");
            pin(screen, 2);
            screen.until(screen.panel(StatePanel.class)::settled);
            screen.shoot("state-middle");
        }
        var big = Recorded.into(folder.resolve("c.threadline"), Recorded.DEFAULT_MODES)
                .run("bigstate/all-modes-subgraphs", "success")
                .open();
        try (Screen screen = new Screen(big, StatePanel::new, 483, 464)) {
            for (int step = 2; step <= 6; step++) {
                pin(screen, step);
                screen.until(screen.panel(StatePanel.class)::settled);
                screen.shoot("state-big-" + step);
            }
        }
    }

    @Test
    void isEmptyBeforeTheFirstStep() throws Exception {
        var recording = Recorded.into(folder.resolve("b.threadline"), Recorded.DEFAULT_MODES)
                .run("joke/all-modes-subgraphs", "running", 1)
                .open();
        try (Screen screen = new Screen(recording, StatePanel::new, 400, 300)) {
            screen.frames(5);
            screen.shoot("state-empty");
        }
    }

    private static void pin(Screen screen, int step) throws Exception {
        Screen.on(() -> {
            var point = screen.run().states().points("").stream()
                    .filter(p -> p.step() == step)
                    .findFirst();
            screen.run().playhead().pin(0, point.orElseThrow().seq());
            return null;
        });
    }
}
