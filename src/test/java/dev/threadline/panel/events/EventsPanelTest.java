package dev.threadline.panel.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventKind;
import dev.threadline.panel.Recorded;
import dev.threadline.panel.Screen;
import dev.threadline.ui.kit.RowFlow;
import java.nio.file.Path;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
            screen.until(screen.panel(EventsPanel.class)::settled);
            screen.shoot("events");
            Screen.on(() -> {
                screen.run().playhead().follow().set(false);
                screen.run()
                        .selection()
                        .execution()
                        .set(screen.run().executions().all().get(2));
                return null;
            });
            screen.until(screen.panel(EventsPanel.class)::settled);
            screen.shoot("events-selected");
            assertThat(screen.run().selection().event().get())
                    .isEqualTo(screen.run().executions().all().get(2).startSeq());
        }
    }

    @Test
    void choosingARowPinsThePlayheadAndTakesItsExecution() throws Exception {
        var recording = Recorded.into(folder.resolve("c.threadline"), Recorded.DEFAULT_MODES)
                .run("supervisor/all-modes-subgraphs", "success")
                .open();
        try (Screen screen = new Screen(recording, EventsPanel::new, 724, 480)) {
            screen.until(screen.panel(EventsPanel.class)::settled);
            RowFlow flow = (RowFlow) screen.scene().lookup("#events");
            assertThat(flow.follow().get()).isTrue();
            int update = firstOf(screen, EventKind.TASK_RESULT);
            Screen.on(() -> {
                press(flow, KeyCode.HOME);
                for (int i = 0; i < update; i++) {
                    press(flow, KeyCode.DOWN);
                }
                return null;
            });
            assertThat(screen.run().playhead().follow().get()).isFalse();
            assertThat(screen.run().playhead().seq().get()).isEqualTo(update + 1);
            assertThat(screen.run().selection().event().get()).isEqualTo(update + 1);
            assertThat(screen.run().selection().execution().get().resultSeq()).isEqualTo(update + 1);
            Screen.on(() -> {
                press(flow, KeyCode.SPACE);
                return null;
            });
            assertThat(screen.run().playhead().follow().get()).isTrue();
            assertThat(flow.follow().get()).isTrue();
        }
    }

    @Test
    void goesAlongWithThePlayhead() throws Exception {
        var recording = Recorded.into(folder.resolve("d.threadline"), Recorded.DEFAULT_MODES)
                .run("supervisor/all-modes-subgraphs", "success")
                .open();
        try (Screen screen = new Screen(recording, EventsPanel::new, 724, 480)) {
            screen.until(screen.panel(EventsPanel.class)::settled);
            ScrollBar bar = (ScrollBar) screen.scene().lookup("#events .scroll-bar");
            double end = bar.getValue();
            assertThat(end).isPositive();
            Screen.on(() -> {
                screen.run().playhead().pin(0, 2);
                return null;
            });
            assertThat(bar.getValue()).isLessThan(45);
            Screen.on(() -> {
                screen.run().playhead().pin(0, screen.run().log().size());
                return null;
            });
            assertThat(bar.getValue()).isEqualTo(end);
        }
    }

    private static int firstOf(Screen screen, EventKind kind) {
        int event = 0;
        while (screen.run().log().kind(event) != kind) {
            event++;
        }
        return event;
    }

    private static void press(RowFlow flow, KeyCode key) {
        flow.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
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
            screen.until(screen.panel(EventsPanel.class)::settled);
            screen.shoot("events-trouble");
            RowFlow flow = (RowFlow) screen.scene().lookup("#events");
            assertThat(Screen.on(() -> {
                        flow.selected().set(14);
                        return flow.getAccessibleText();
                    }))
                    .isEqualTo("cut after event 14: The connection broke here.");
            assertThat(screen.run().selection().event().get()).isZero();
        }
    }
}
