package dev.threadline.panel.event;

import dev.threadline.panel.Recorded;
import dev.threadline.panel.Screen;
import dev.threadline.ui.kit.RawText;
import dev.threadline.ui.kit.RowFlow;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventPanelTest {
    @TempDir
    Path folder;

    @Test
    void showsAnEventAsReceived() throws Exception {
        var recording = Recorded.into(folder.resolve("a.threadline"), Recorded.DEFAULT_MODES)
                .run("approval-flows/nested-1-run", "waiting")
                .event("values", "{\"values\":{\"no")
                .event("values", "{\"big\":\"" + "tea and history ".repeat(80_000) + "\"}")
                .open();
        try (Screen screen = new Screen(recording, EventPanel::new, 483, 464)) {
            select(screen, 14);
            screen.until(() -> screen.scene().lookup(".tl-json") instanceof RowFlow);
            screen.shoot("event");
            select(screen, recording.log().size() - 1);
            screen.until(() -> screen.scene().lookup("#raw") instanceof RawText raw && raw.lineCount() == 1);
            screen.shoot("event-not-json");
            select(screen, recording.log().size());
            screen.until(() -> screen.scene().lookup("#raw") instanceof RawText raw && raw.lineCount() > 1000);
            screen.shoot("event-big");
        }
    }

    private static void select(Screen screen, long seq) throws Exception {
        Screen.on(() -> {
            screen.run().selection().event().set(seq);
            return null;
        });
    }
}
