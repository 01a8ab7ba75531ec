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
            screen.frames(60);
            screen.shoot("state");
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
}
