package dev.threadline.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.Unnamed;
import dev.threadline.demo.DemoDeployment;
import dev.threadline.demo.GraphServer;
import dev.threadline.protocol.Deployment;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.theme.Theme;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
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
    private final List<Deployment> answered = new CopyOnWriteArrayList<>();
    private final Background background = new Background();
    private DevServer row;
    private Theme theme;
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
            Scene scene = new Scene(new StackPane(row), 500, 240);
            theme = new Theme();
            theme.dress(scene);
            stage.setScene(scene);
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
        assertThat(WaitForAsyncUtils.asyncFx(() -> Unnamed.below(row.getScene().getRoot()))
                        .get(5, TimeUnit.SECONDS))
                .isEmpty();
        shoot();
        try (GraphServer server = DemoDeployment.start(port, 1)) {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !answered.isEmpty());
            assertThat(answered).extracting(Deployment::address).containsExactly(server.address());
            assertThat(row.waits()).isFalse();
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

    private void shoot() {
        for (ColorScheme scheme : ColorScheme.values()) {
            robot.interact(() -> theme.choose(scheme));
            WaitForAsyncUtils.waitForFxEvents(3);
            String name = "dev-server-" + scheme.name().toLowerCase(Locale.ROOT);
            robot.interact(() -> dev.threadline.shots.Shots.take(row.getScene(), name, 2));
        }
    }

    private String clipboard() throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString())
                .get(5, TimeUnit.SECONDS);
    }
}
