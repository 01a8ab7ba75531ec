package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.demo.DemoDeployment;
import dev.threadline.demo.GraphServer;
import dev.threadline.settings.KeySource;
import dev.threadline.settings.KnownDeployment;
import dev.threadline.settings.Settings;
import dev.threadline.settings.SettingsFile;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Deployments of earlier sessions: one click connects, a typed key is asked for again, one can be forgotten.
class KnownDeploymentsTest extends DeskTest {
    private final GraphServer server = start();

    private static GraphServer start() {
        try {
            return DemoDeployment.start(0, 1);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    Settings startWith() {
        return super.startWith()
                .with(new KnownDeployment("staging", URI.create("https://staging.invalid"), KeySource.TYPED, ago(90)))
                .with(new KnownDeployment("greenhouse", server.address(), KeySource.NONE, ago(4)));
    }

    private static Instant ago(int minutes) {
        return Instant.now().minusSeconds(minutes * 60L);
    }

    @Test
    void oneClickConnects() throws Exception {
        desk.shoot("known");
        desk.shootSmall("known");
        desk.robot.clickOn("greenhouse");
        desk.await("the form", () -> desk.robot.lookup(".tl-field").tryQuery().isPresent());
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.B);
        desk.await(
                "the sidebar",
                () -> desk.robot.lookup("#deployments").tryQuery().isPresent());
        assertThat(desk.words("#deployments")).contains("greenhouse", "staging");
        desk.shoot("known-sidebar");
        desk.robot.clickOn(desk.robot
                .from(desk.robot.lookup("#deployments").queryAll())
                .lookup("staging")
                .<javafx.scene.Node>query());
        desk.await(
                "the form that connects",
                () -> desk.robot.lookup("#api-key").queryAll().stream().anyMatch(node -> node.isFocused()));
        assertThat(desk.on(() -> desk.window().scene().getFocusOwner())).isInstanceOf(PasswordField.class);
        desk.shoot("known-key");
    }

    @Test
    void aTypedKeyIsAskedForAgainAndNotKept() throws Exception {
        desk.robot.clickOn("staging");
        assertThat(desk.on(
                        () -> desk.robot.lookup("#address").<TextField>query().getText()))
                .isEqualTo("https://staging.invalid");
        assertThat(desk.on(() -> desk.window().scene().getFocusOwner().getId())).isEqualTo("api-key");
        assertThat(desk.words("#first-screen")).contains("The key of staging was kept for its session only.");
        desk.type("#address", server.address().toString());
        desk.type("#api-key", "sk-1234567890-secret");
        desk.robot.push(KeyCode.ENTER);
        desk.await("the form", () -> desk.robot.lookup(".tl-field").tryQuery().isPresent());
        desk.close();
        SettingsFile file = SettingsFile.in(settings);
        assertThat(Files.readString(file.path())).doesNotContain("secret").contains("\"typed\"");
        open(file.read().settings());
    }

    @Test
    void oneCanBeForgotten() {
        desk.robot.clickOn((javafx.scene.Node node) -> "Forget staging".equals(node.getAccessibleText()));
        assertThat(desk.words("#known-deployments")).contains("greenhouse").doesNotContain("staging");
        desk.close();
        Settings kept = SettingsFile.in(settings).read().settings();
        assertThat(kept.deployments()).extracting(KnownDeployment::name).containsExactly("greenhouse");
        try {
            open(kept);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
