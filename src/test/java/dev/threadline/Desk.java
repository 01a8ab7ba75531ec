package dev.threadline;

import dev.threadline.capture.CaptureFolder;
import dev.threadline.settings.SettingsFile;
import dev.threadline.shots.Shots;
import dev.threadline.ui.kit.RowFlow;
import dev.threadline.ui.shell.RunTab;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The real window on a headless screen, driven by a robot as a person would drive it.
final class Desk implements AutoCloseable {
    final FxRobot robot = new FxRobot();
    private final Stage stage;
    private AppWindow window;

    /// Opens the window small enough for the headless screen; runs are recorded into the folder, settings kept in the
    /// file.
    Desk(Path captures, SettingsFile settings) throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            window = new AppWindow(stage, new CaptureFolder(captures), settings);
            stage.setWidth(1000);
            stage.setHeight(960);
            window.show();
        });
    }

    AppWindow window() {
        return window;
    }

    void connect(URI address) {
        type("#address", address.toString());
        robot.clickOn("#connect");
    }

    void choose(String assistant) {
        await("the assistants", () -> robot.lookup("#assistant").tryQuery().isPresent());
        robot.interact(() -> choose(robot.lookup("#assistant").<ComboBox<?>>query(), assistant));
        await("the form", () -> robot.lookup(".tl-field").tryQuery().isPresent());
    }

    private static <T> void choose(ComboBox<T> box, String name) {
        T item = box.getItems().stream()
                .filter(one -> box.getConverter().toString(one).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no assistant " + name + " in " + box.getItems()));
        box.setValue(item);
    }

    void type(String query, String text) {
        robot.clickOn(query).push(KeyCode.SHORTCUT, KeyCode.A).write(text);
    }

    Node field(String place) {
        return robot.lookup((Node node) -> ("field:" + place).equals(node.getId()))
                .query();
    }

    /// Presses Run and waits for the run's end.
    RunTab run() {
        robot.clickOn("#run");
        await("a run tab", () -> front() != null);
        return ended();
    }

    /// Runs by the window's own key, with the focus outside of the form.
    RunTab runByKey() {
        robot.interact(() -> robot.lookup("#tabs").query().requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        await("a run tab", () -> front() != null);
        return ended();
    }

    RunTab ended() {
        await("the end", () -> {
            RunTab tab = front();
            return tab != null
                    && tab.run().recording().status().ended()
                    && tab.run().caughtUp();
        });
        return front();
    }

    RunTab front() {
        TabPane tabs = robot.lookup("#tabs").query();
        var tab = tabs.getSelectionModel().getSelectedItem();
        return tab != null && tab.getContent() instanceof RunTab run ? run : null;
    }

    /// The rows of a list of the front tab, as sentences.
    List<String> rows(String id) {
        return on(() -> robot.lookup((Node node) -> node instanceof RowFlow && id.equals(node.getId()) && shown(node))
                .<RowFlow>query()
                .sentences());
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// All words of labels below a node that are on screen.
    String words(String query) {
        return on(() -> String.join(
                " ",
                robot.from(robot.lookup(query).queryAll()).lookup(".label").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList()));
    }

    <T> T on(Callable<T> work) {
        try {
            return WaitForAsyncUtils.asyncFx(work).get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> on(condition));
        } catch (TimeoutException e) {
            robot.interact(() -> Shots.take(stage.getScene(), "stuck", 1));
            throw new AssertionError("Waited in vain for " + what + "; see target/shots/stuck.png", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Takes pictures of the whole window in both appearances: `NAME-light`, `NAME-dark`.
    void shoot(String name) {
        shoot(name, 1440, 900);
    }

    /// Takes pictures of the smallest window in both appearances.
    void shootSmall(String name) {
        shoot(name + "-small", 960, 600);
    }

    private void shoot(String name, double width, double height) {
        for (ColorScheme scheme : ColorScheme.values()) {
            shoot(name + "-" + scheme.name().toLowerCase(Locale.ROOT), width, height, scheme);
        }
    }

    /// Takes a picture of a window of this size in one appearance.
    void shoot(String file, double width, double height, ColorScheme appearance) {
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            window.theme().choose(appearance);
        });
        WaitForAsyncUtils.waitForFxEvents(3);
        robot.interact(() -> Shots.take(stage.getScene(), file, 1));
        robot.interact(() -> {
            stage.setWidth(1000);
            stage.setHeight(960);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() {
        try {
            FxToolkit.setupFixture(() -> {
                window.close();
                stage.hide();
            });
            FxToolkit.cleanupStages();
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
