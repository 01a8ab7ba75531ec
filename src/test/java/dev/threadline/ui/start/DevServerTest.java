package dev.threadline.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.demo.DemoDeployment;
import dev.threadline.demo.GraphServer;
import dev.threadline.protocol.Deployment;
import dev.threadline.ui.kit.Background;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Waiting for a development server: the command, the port, the way out.
class DevServerTest {
    private final FxRobot robot = new FxRobot();
    private final List<Deployment> answered = new ArrayList<>();
    private final Background background = new Background();
    private DevServer row;
    private int port;

    @BeforeEach
    void open() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Stage stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            row = new DevServer(
                    background,
                    new Deployment("local dev", URI.create("http://127.0.0.1:" + port), List.of()),
                    Duration.ofMillis(20),
                    answered::add);
            stage.setScene(new Scene(row, 500, 300));
            stage.show();
        });
    }

    @AfterEach
    void close() throws Exception {
        background.close();
        FxToolkit.cleanupStages();
    }

    @Test
    void copiesTheCommandAndHandsOverWhatAnswers() throws Exception {
        robot.clickOn("#start-dev-server");
        assertThat(clipboard()).isEqualTo("langgraph dev");
        robot.interact(() -> robot.lookup("JavaScript").<ToggleButton>query().fire());
        assertThat(clipboard()).isEqualTo("npx @langchain/langgraph-cli dev");
        assertThat(row.waits()).isTrue();
        try (GraphServer server = DemoDeployment.start(port, 1)) {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !row.waits());
            assertThat(answered).extracting(Deployment::address).containsExactly(server.address());
        }
    }

    @Test
    void waitsNoLongerOnceStopped() throws Exception {
        robot.clickOn("#start-dev-server").clickOn("#dev-stop");
        assertThat(row.waits()).isFalse();
        assertThat(robot.lookup("#dev-waiting").tryQuery()).isEmpty();
        robot.clickOn("#start-dev-server");
        assertThat(row.waits()).isTrue();
        assertThat(answered).isEmpty();
    }

    private String clipboard() throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString())
                .get(5, TimeUnit.SECONDS);
    }
}
