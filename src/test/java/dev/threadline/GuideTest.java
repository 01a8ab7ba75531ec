package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.run.RunStatus;
import dev.threadline.settings.Settings;
import dev.threadline.settings.SettingsFile;
import dev.threadline.shots.Shots;
import dev.threadline.ui.kit.OpenRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The tasks of `docs/guide.md`, done as it tells; each picture of it is taken where its task is done.
class GuideTest extends DeskTest {
    /// Captures in a folder of their own: the samples are put beside it.
    @Override
    void open(Settings found) throws Exception {
        SettingsFile file = SettingsFile.in(settings);
        file.write(found);
        desk = new Desk(captures.resolve("captures"), file);
    }

    @Test
    void fillTheFormWatchTheRunLookIntoANodeAndOpenItAgain() throws Exception {
        demo();
        days("9");
        desk.await("the problem", () -> desk.words("#problems").contains("1 problem"));
        picture("form", ColorScheme.LIGHT);
        days("3");

        OpenRun run = desk.runByKey().run();
        assertThat(run.recording().status()).isEqualTo(RunStatus.SUCCESS);
        assertThat(nodes(run)).containsExactly("agent", "tools", "agent", "tools", "agent");
        picture("run", ColorScheme.DARK);

        focus(0);
        desk.robot.push(KeyCode.J).push(KeyCode.J).push(KeyCode.ENTER);
        assertThat(desk.on(() -> run.selection().execution().get()).node()).isEqualTo("tools");
        assertThat(panel()).isEqualTo("Node");
        desk.await("both executions", () -> desk.rows("executions").size() == 2);
        picture("node", ColorScheme.DARK);

        Path file = run.recording().file();
        List<String> before = nodes(run);
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.W);
        desk.await("the tab to close", () -> desk.front() == null);
        desk.await("the file to be whole", () -> !Files.exists(Path.of(file + "-wal")));
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.B);
        desk.await(
                "the capture in the sidebar",
                () -> desk.robot.lookup("#captures .button").tryQuery().isPresent());
        desk.robot.clickOn("#captures .button");
        OpenRun again = desk.ended().run();
        assertThat(again).isNotSameAs(run);
        assertThat(nodes(again)).isEqualTo(before);
    }

    @Test
    void anInterruptIsAQuestion() throws Exception {
        demo();
        desk.choose("purchase_approval");
        OpenRun run = desk.runByKey().run();
        assertThat(run.recording().status()).isEqualTo(RunStatus.WAITING);
        desk.await("the question", () -> desk.words("#notices").contains("waits for an answer"));
        assertThat(desk.words("#status-pill")).contains("waiting · 1 question");
        picture("interrupt", ColorScheme.DARK);
    }

    @Test
    void aFailedRunSaysWhy() throws Exception {
        demo();
        desk.choose("flaky_import");
        OpenRun run = desk.runByKey().run();
        assertThat(run.recording().status()).isEqualTo(RunStatus.FAILED);
        desk.await("the reason", () -> desk.words("#notices").contains("The run failed."));
        assertThat(desk.words("#notices")).contains("has no date");
        picture("failed", ColorScheme.LIGHT);
    }

    @Test
    void nobodyAnswers() throws Exception {
        desk.type("#address", "http://127.0.0.1:9");
        desk.robot.clickOn("#connect");
        desk.await(
                "the failure",
                () -> desk.robot.lookup("#connect-failure").tryQuery().isPresent());
        assertThat(desk.words("#connect-failure")).contains("Nothing answers at", "Start the server");
        picture("no-server", ColorScheme.LIGHT);
    }

    @Test
    void sampleRunsNeedNoServer() throws Exception {
        assertThat(desk.words("#sample-runs")).contains("Handoffs", "Large state", "Tool calls");
        picture("samples", ColorScheme.LIGHT);
        desk.robot.clickOn("#sample-handoffs");
        OpenRun run = desk.ended().run();
        assertThat(nodes(run)).contains("research_team", "analyze_team", "score", "writing_team");
        picture("subgraphs", ColorScheme.DARK);
    }

    @Test
    void whatChangedInTheState() throws Exception {
        desk.robot.clickOn("#sample-large-state");
        OpenRun run = desk.ended().run();
        focus(0);
        for (int step = 25; step > 5; step--) {
            desk.robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        }
        assertThat(run.playhead().follow().get()).isFalse();
        desk.robot.clickOn("Changes");
        focus(2);
        desk.await("the changes", () -> desk.rows("state").stream().anyMatch(row -> row.endsWith(", changed")));
        desk.robot.push(KeyCode.N);
        picture("state", ColorScheme.LIGHT);
    }

    @Test
    void anEventAsReceived() throws Exception {
        desk.robot.clickOn("#sample-tool-calls");
        OpenRun run = desk.ended().run();
        focus(1);
        int group = desk.rows("events").stream()
                .filter(row -> row.contains(" tokens from event "))
                .map(desk.rows("events")::indexOf)
                .findFirst()
                .orElseThrow();
        desk.robot.push(KeyCode.HOME);
        for (int row = 0; row < group + 1; row++) {
            desk.robot.push(KeyCode.J);
        }
        desk.robot.push(KeyCode.ENTER);
        assertThat(panel()).isEqualTo("Event");
        assertThat(run.selection().event().get()).isPositive();
        desk.await("its facts", () -> desk.words(".tl-panel-tabs").contains("server time"));
        picture("event", ColorScheme.LIGHT);
    }

    private void days(String text) {
        desk.robot
                .clickOn(desk.field("/days"))
                .push(KeyCode.SHORTCUT, KeyCode.A)
                .write(text);
    }

    private void demo() {
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.D);
        desk.await("the form", () -> desk.robot.lookup(".tl-field").tryQuery().isPresent());
    }

    private void focus(int pane) {
        desk.robot.interact(() -> desk.front().panes().get(pane).requestFocus());
    }

    private String panel() {
        return desk.on(() -> desk.robot
                .from(desk.front())
                .lookup(".tl-panel-tabs")
                .<TabPane>query()
                .getSelectionModel()
                .getSelectedItem()
                .getText());
    }

    private static List<String> nodes(OpenRun run) {
        return run.executions().all().stream().map(bar -> bar.node()).toList();
    }

    private void picture(String name, ColorScheme appearance) throws Exception {
        desk.shoot("guide-" + name, 1280, 800, appearance);
        Shots.keep("guide-" + name);
    }
}
