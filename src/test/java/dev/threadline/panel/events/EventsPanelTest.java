package dev.threadline.panel.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.panel.Recorded;
import dev.threadline.panel.Screen;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsPanelTest {
    @TempDir
    Path folder;

    @Test
    void showsTheRunLikeTheMockUp() throws Exception {
        var recording = Recorded.into(folder.resolve("a.threadline"), Recorded.DEFAULT_MODES)
                .run("approval-flows/nested-1-run", "waiting")
                .run("approval-flows/nested-3-resume", "success")
                .open();
        try (Screen screen = new Screen(recording, EventsPanel::new, 724, 480)) {
            screen.until(() -> screen.scene().lookup("#events") != null);
            screen.frames(30);
            screen.shoot("events");
            Screen.on(() -> {
                screen.run().playhead().follow().set(false);
                screen.run()
                        .selection()
                        .execution()
                        .set(screen.run().executions().all().get(2));
                return null;
            });
            screen.frames(30);
            screen.shoot("events-selected");
            assertThat(screen.run().selection().event().get())
                    .isEqualTo(screen.run().executions().all().get(2).startSeq());
        }
    }

    @Test
    void showsTrouble() throws Exception {
        var recording = Recorded.into(folder.resolve("b.threadline"), Recorded.DEFAULT_MODES)
                .run("errors/node-fails-for-good", "failed")
                .line(ConnectionEntry.Kind.CUT, null)
                .line(ConnectionEntry.Kind.GAP, "joined without resume, some lost")
                .event("values", "{\"values\":{\"no")
                .event("brand_new", "{\"a\":1}")
                .event("values", "{\"a\":1}")
                .open();
        try (Screen screen = new Screen(recording, EventsPanel::new, 480, 480)) {
            screen.frames(30);
            screen.shoot("events-trouble");
        }
    }
}
