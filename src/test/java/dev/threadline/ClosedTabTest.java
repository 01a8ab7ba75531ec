package dev.threadline;

import dev.threadline.panel.Recorded;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;

/// The memory of a tab that is closed: all of it is given back, however long the window stays open.
class ClosedTabTest extends DeskTest {
    @Test
    void aClosedTabIsForgotten() throws Exception {
        Path file = captures.resolve("supervisor.threadline");
        Recorded.into(file, Recorded.DEFAULT_MODES)
                .run("supervisor/all-modes-subgraphs", "success")
                .open()
                .close();
        desk.on(() -> {
            desk.window().open(file);
            return null;
        });
        WeakReference<Object> run = new WeakReference<>(desk.ended().run());
        // Not by the robot's hand: it remembers every event, and where it was.
        for (int i = 2; i >= 0; i--) {
            int panel = i;
            desk.on(() -> {
                desk.robot
                        .lookup(".tl-panel-tabs")
                        .<TabPane>query()
                        .getSelectionModel()
                        .select(panel);
                return null;
            });
            desk.shootSmall("closed-tab");
        }
        desk.on(() -> {
            Tab tab = desk.robot.lookup("#tabs").<TabPane>query().getTabs().removeFirst();
            Event.fireEvent(tab, new Event(Tab.CLOSED_EVENT));
            return null;
        });
        desk.await("that nobody holds on to it", () -> {
            System.gc();
            return run.get() == null;
        });
    }
}
