package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.settings.Appearance;
import dev.threadline.settings.Settings;
import dev.threadline.settings.SettingsFile;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The first minutes of somebody new: first screen, settings, about, shortcuts, the first run, the tour.
class FirstMinutesTest extends DeskTest {
    @Override
    Settings startWith() {
        return Settings.FIRST;
    }

    @Test
    void settingsHoldAtOnceAndLast() throws Exception {
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        desk.await("the settings", () -> shown("#settings"));
        desk.shoot("settings");
        desk.shootSmall("settings");
        desk.robot.clickOn("Dark").clickOn("16").clickOn("#reduced-motion");
        assertThat(desk.on(() -> desk.window().theme().palette().get().isDark()))
                .isTrue();
        assertThat(desk.on(() -> desk.window().theme().scale().get())).isEqualTo(16 / 12.0);
        assertThat(desk.on(() -> desk.window().theme().still())).isTrue();
        desk.shoot("settings-16");
        desk.shootSmall("settings-16");
        desk.robot.push(KeyCode.ESCAPE);
        assertThat(shown("#settings")).isFalse();
        assertThat(desk.on(() -> focus())).isEqualTo("address");
        desk.close();
        Settings kept = SettingsFile.in(settings).read().settings();
        assertThat(kept.appearance()).isEqualTo(Appearance.DARK);
        assertThat(kept.fontSize()).isEqualTo(16);
        assertThat(kept.still()).isTrue();
        open(kept);
        assertThat(desk.on(() -> desk.window().theme().scale().get())).isEqualTo(16 / 12.0);
    }

    @Test
    void keysAndAbout() throws Exception {
        desk.robot.push(KeyCode.F1);
        desk.await("the shortcuts", () -> shown("#shortcuts"));
        desk.shoot("shortcuts");
        desk.shootSmall("shortcuts");
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.D).push(KeyCode.ESCAPE);
        assertThat(desk.robot.lookup(".tl-field").tryQuery())
                .as("the window's keys wait")
                .isEmpty();
        desk.robot.clickOn("#first-screen .tl-window-menu");
        desk.await(
                "the menu",
                () -> desk.robot.lookup("About Threadline").tryQuery().isPresent());
        desk.robot.clickOn("About Threadline");
        desk.await("about", () -> shown("#about"));
        assertThat(desk.words("#libraries")).contains("okhttp-jvm", "Apache-2.0", "Inter", "OFL-1.1", "Feather icons");
        desk.shoot("about");
        desk.shootSmall("about");
        desk.robot.clickOn("#about-copy");
        assertThat(desk.on(
                        () -> javafx.scene.input.Clipboard.getSystemClipboard().getString()))
                .contains("JavaFX 26", "sqlite-jdbc");
    }

    @Test
    void theTourIsOfferedOnceAfterTheFirstRun() throws Exception {
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.D);
        desk.await("the form", () -> desk.robot.lookup(".tl-field").tryQuery().isPresent());
        desk.runByKey();
        desk.await("the offer", () -> shown("#tour-offer"));
        desk.shoot("tour-offer");
        desk.shootSmall("tour-offer");
        desk.robot.clickOn("#tour-take");
        for (int step = 1; step <= 5; step++) {
            int at = step;
            desk.await("step " + at, () -> desk.words("#tour-card").contains(at + " of 5"));
            desk.shoot("tour-" + step);
            desk.shootSmall("tour-" + step);
            desk.robot.push(step % 2 == 0 ? KeyCode.ENTER : KeyCode.RIGHT);
        }
        assertThat(shown("#tour-card")).isFalse();
        assertThat(shown("#tour-offer")).isFalse();
        desk.robot.interact(() -> desk.window().theme().textSize(16));
        desk.shoot("run-16");
        desk.robot.push(KeyCode.F5);
        desk.await(
                "another run",
                () -> desk.robot
                                .lookup("#tabs")
                                .<javafx.scene.control.TabPane>query()
                                .getTabs()
                                .size()
                        == 3);
        desk.ended();
        assertThat(shown("#tour-offer")).isFalse();
    }

    @Test
    void aFaultIsSaidAndTheWindowGoesOn() throws Exception {
        Runnable drop = () -> {
            throw new IllegalStateException("the glass is empty in " + System.getProperty("user.home"));
        };
        new Thread(drop).start();
        desk.await("the fault", () -> shown("#fault"));
        desk.shoot("fault");
        desk.shootSmall("fault");
        String report = desk.on(() -> desk.robot
                .lookup("#fault-details")
                .<javafx.scene.control.TextArea>query()
                .getText());
        assertThat(report)
                .contains("IllegalStateException: the glass is empty in ~", "Threadline ", "JavaFX 26")
                .doesNotContain(System.getProperty("user.home") + "\n");
        desk.robot.interact(() -> fault().uncaughtException(Thread.currentThread(), new ArithmeticException("again")));
        assertThat(desk.words("#fault")).contains("It happened 2 times");
        new Thread(drop).start();
        desk.await("the same fault, counted", () -> desk.words("#fault").contains("It happened 3 times"));
        desk.robot.clickOn("#fault-copy");
        assertThat(desk.on(
                        () -> javafx.scene.input.Clipboard.getSystemClipboard().getString()))
                .isEqualTo(report);
        desk.robot.push(KeyCode.ESCAPE);
        assertThat(shown("#fault")).isFalse();
        desk.robot.push(KeyCode.F1);
        desk.await("the window to go on", () -> shown("#shortcuts"));
    }

    private static Thread.UncaughtExceptionHandler fault() {
        return Thread.getDefaultUncaughtExceptionHandler();
    }

    private boolean shown(String query) {
        return desk.on(() -> desk.robot.lookup(query).tryQuery().isPresent());
    }

    private String focus() {
        return desk.window().scene().getFocusOwner().getId();
    }
}
