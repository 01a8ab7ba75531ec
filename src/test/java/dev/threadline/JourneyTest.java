package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.CaptureFolder;
import dev.threadline.run.Execution;
import dev.threadline.run.RunStatus;
import dev.threadline.server.Js;
import dev.threadline.server.RealServer;
import dev.threadline.server.RealServers;
import dev.threadline.shots.Shots;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.shell.RunTab;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The whole way of a new user: address, assistant, form, Run, panels, and the capture opened again without a server.
@ExtendWith(RealServers.class)
class JourneyTest {
    @TempDir
    Path captures;

    private final FxRobot robot = new FxRobot();
    private AppWindow window;

    @BeforeEach
    void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            window = new AppWindow(stage, new CaptureFolder(captures));
            stage.setWidth(1000);
            stage.setHeight(960);
            window.show();
        });
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.setupFixture(() -> window.close());
        FxToolkit.cleanupStages();
    }

    @Test
    void fromTheAddressToTheReopenedCapture(@Js RealServer server) throws Exception {
        connect(server);
        choose("joke");
        await("the form", () -> robot.lookup(NAMED_TOPIC).tryQuery().isPresent());
        robot.clickOn(robot.lookup(NAMED_TOPIC).<Node>query());
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("umbrellas");
        robot.clickOn("#run");
        await("a run tab", () -> front() != null);
        RunTab tab = front();
        await("the end", () -> ended(tab));

        OpenRun run = tab.run();
        assertThat(run.recording().status()).isEqualTo(RunStatus.SUCCESS);
        List<Execution> bars = WaitForAsyncUtils.asyncFx(
                        () -> List.copyOf(run.executions().all()))
                .get(5, TimeUnit.SECONDS);
        assertThat(bars).extracting(Execution::node).containsExactly("refine_topic", "generate_joke");
    }

    private static final org.hamcrest.Matcher<Node> NAMED_TOPIC =
            org.hamcrest.Matchers.hasProperty("id", org.hamcrest.Matchers.is("field:/topic"));

    private void connect(RealServer server) {
        robot.clickOn("#address")
                .push(KeyCode.SHORTCUT, KeyCode.A)
                .write(server.address().toString());
        robot.clickOn("#connect");
        await("the assistants", () -> robot.lookup("#assistant").tryQuery().isPresent());
    }

    private void choose(String assistant) {
        ComboBox<?> box = robot.lookup("#assistant").query();
        robot.clickOn(box).clickOn(assistant);
    }

    private RunTab front() {
        TabPane tabs = robot.lookup("#tabs").query();
        var tab = tabs.getSelectionModel().getSelectedItem();
        return tab != null && tab.getContent() instanceof RunTab run ? run : null;
    }

    private boolean ended(RunTab tab) {
        return tab.run().recording().status().ended() && tab.run().caughtUp();
    }

    private void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException e) {
            FxRobot shooter = robot;
            shooter.interact(() -> Shots.take(robot.window(0).getScene(), "journey-stuck", 1));
            throw new AssertionError("Waited in vain for " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
