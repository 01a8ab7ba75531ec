package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Every control and every drawing has a name for a screen reader, on every screen.
class AccessibleNamesTest extends DeskTest {
    private final List<String> unnamed = new ArrayList<>();

    @Test
    void everyScreen() {
        look("first screen");
        desk.connect(URI.create("http://127.0.0.1:9"));
        desk.await("the failure", () -> there("#connect-failure"));
        look("connection that failed");
        menuPages();
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.D);
        desk.await("the form", () -> there(".tl-field"));
        for (String graph :
                List.of("flaky_import", "garden", "market_report", "newsroom", "purchase_approval", "trip_planner")) {
            desk.choose(graph);
            desk.robot.interact(() -> desk.window().scene().getRoot().layout());
            look("new run of " + graph);
        }
        desk.robot.interact(() -> desk.robot.lookup("#tabs").query().requestFocus());
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        desk.await("a run tab", () -> desk.front() != null);
        look("live run");
        desk.ended();
        panels();
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.B);
        look("sidebar");
        desk.robot.clickOn("#sidebar .tl-window-menu");
        desk.robot.clickOn("Take the tour");
        for (int step = 1; step <= 5; step++) {
            int at = step;
            desk.await("step " + at, () -> desk.words("#tour-card").contains(at + " of 5"));
            look("tour " + at);
            desk.robot.push(KeyCode.RIGHT);
        }
        assertThat(unnamed).isEmpty();
    }

    private void menuPages() {
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        look("settings");
        desk.robot.push(KeyCode.ESCAPE).push(KeyCode.F1);
        look("shortcuts");
        desk.robot.push(KeyCode.ESCAPE).clickOn("#first-screen .tl-window-menu").clickOn("About Threadline");
        desk.await("about", () -> there("#about"));
        look("about");
        desk.robot.push(KeyCode.ESCAPE);
        desk.robot.interact(() -> Thread.getDefaultUncaughtExceptionHandler()
                .uncaughtException(Thread.currentThread(), new IllegalStateException("for the sheet")));
        desk.await("the fault", () -> there("#fault"));
        look("fault");
        desk.robot.push(KeyCode.ESCAPE);
    }

    private void panels() {
        desk.robot.interact(() -> desk.front()
                .run()
                .selection()
                .execution()
                .set(desk.front().run().executions().all().getFirst()));
        TabPane panels = desk.robot.lookup(".tl-panel-tabs").query();
        for (int i = 0; i < desk.on(() -> panels.getTabs().size()); i++) {
            int at = i;
            desk.robot.interact(() -> panels.getSelectionModel().select(at));
            desk.on(() -> {
                desk.window().scene().getRoot().applyCss();
                desk.window().scene().getRoot().layout();
                return null;
            });
            look("panel " + desk.on(() -> panels.getTabs().get(at).getText()));
        }
    }

    private boolean there(String query) {
        return desk.robot.lookup(query).tryQuery().isPresent();
    }

    private void look(String screen) {
        desk.on(() -> Unnamed.below(desk.window().scene().getRoot()))
                .forEach(each -> unnamed.add(screen + ": " + each));
    }
}
