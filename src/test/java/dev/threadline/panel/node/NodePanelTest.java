package dev.threadline.panel.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.panel.Recorded;
import dev.threadline.panel.Screen;
import dev.threadline.run.Execution;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodePanelTest {
    @TempDir
    Path folder;

    @Test
    void showsAllExecutionsOfANodeLikeTheMockUp() throws Exception {
        var recording = Recorded.into(folder.resolve("a.threadline"), Recorded.DEFAULT_MODES)
                .run("load/research-40-workers", "success")
                .open();
        try (Screen screen = new Screen(recording, NodePanel::new, 737, 720)) {
            select(screen, "fetch_source", 7);
            screen.until(screen.panel(NodePanel.class)::settled);
            screen.shoot("node");
        }
    }

    @Test
    void tellsWhyAnExecutionFailed() throws Exception {
        var recording = Recorded.into(folder.resolve("b.threadline"), Recorded.DEFAULT_MODES)
                .run("errors/node-fails-for-good", "failed")
                .open();
        try (Screen screen = new Screen(recording, NodePanel::new, 420, 460)) {
            select(screen, "unstable", 0);
            screen.until(screen.panel(NodePanel.class)::settled);
            screen.shoot("node-failed");
        }
    }

    @Test
    void tellsWhatAnExecutionAsks() throws Exception {
        var recording = Recorded.into(folder.resolve("c.threadline"), Recorded.DEFAULT_MODES)
                .run("approval-flows/single-1-run", "waiting")
                .open();
        try (Screen screen = new Screen(recording, NodePanel::new, 483, 500)) {
            Screen.on(() -> {
                for (Execution execution : screen.run().executions().all()) {
                    if (execution.state() == Execution.State.WAITING) {
                        screen.run().selection().execution().set(execution);
                    }
                }
                return null;
            });
            screen.until(screen.panel(NodePanel.class)::settled);
            screen.shoot("node-waiting");
        }
    }

    private static void select(Screen screen, String node, int nth) throws Exception {
        Execution found = Screen.on(() -> screen.run().executions().all().stream()
                .filter(e -> e.node().equals(node))
                .skip(nth)
                .findFirst()
                .orElse(null));
        assertThat(found).isNotNull();
        Screen.on(() -> {
            screen.run().selection().execution().set(found);
            return null;
        });
    }
}
