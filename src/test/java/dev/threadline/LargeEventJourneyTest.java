package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.RunSearch;
import dev.threadline.ui.shell.RunTab;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A saved stream with one event that is too large for memory, opened in the window; `-Dlarge=500` makes it 500 MB.
class LargeEventJourneyTest extends DeskTest {
    private static final int MEGABYTES = Integer.getInteger("large", 80);

    private Path stream() throws Exception {
        Path file = captures.resolve("large.sse");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("event: metadata\ndata: {\"run_id\":\"r\",\"attempt\":1}\n\n");
            out.write("event: updates\ndata: {\"reader\":{\"text\":\"");
            String piece = "tea for two ".repeat(1 << 20).substring(0, 1 << 20);
            for (int i = 0; i < MEGABYTES; i++) {
                out.write(piece);
            }
            out.write(" and the last word\"}}\n\n");
            out.write("event: values\ndata: {\"topic\":\"ice cream\"}\n\n");
        }
        return file;
    }

    @Test
    void itsBeginningIsShownAndAllOfItIsFound() throws Exception {
        Path file = stream();
        desk.on(() -> {
            desk.window().open(file);
            return null;
        });
        RunTab tab = desk.ended();
        OpenRun run = tab.run();
        assertThat(run.log().size()).isEqualTo(3);
        desk.await("what the event says", () -> desk.rows("events").stream().anyMatch(row -> row.contains("reader")));
        desk.on(() -> {
            run.selection().event().set(2);
            return null;
        });
        desk.robot.clickOn("Event");
        desk.await("its beginning", () -> desk.words(".tl-event-note").contains("An export of the run has all of it."));
        desk.shoot("large-event");
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.F).write("the last word");
        desk.await("the end of the search", () -> run.search().state() == RunSearch.State.DONE);
        assertThat(run.search().hits().size()).isEqualTo(1);
        desk.robot.clickOn("Node");
        desk.robot.clickOn("State");
        desk.await("the state", () -> desk.rows("state").stream().anyMatch(row -> row.contains("ice cream")));
        desk.shoot("large-event-found");
    }
}
