package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.settings.Layout;
import dev.threadline.settings.Settings;
import dev.threadline.settings.SettingsFile;
import dev.threadline.settings.WindowPlace;
import dev.threadline.ui.menu.Shortcut;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// What the window keeps from one start to the next, and the keys it takes.
class WindowSettingsTest extends DeskTest {
    @Override
    Settings startWith() {
        return super.startWith()
                .withLayout(new Layout(
                        new WindowPlace(-5000, 0, 1200, 700, false), 300, true, 0.5, 0.4, "", Layout.FIRST.rest()));
    }

    @Test
    void layoutLasts() throws Exception {
        assertThat(desk.on(() -> window().getX()))
                .as("a screen that is gone is not gone to")
                .isGreaterThan(-2000);
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.D);
        desk.await("the form", () -> desk.robot.lookup(".tl-field").tryQuery().isPresent());
        desk.runByKey();
        assertThat(desk.on(() -> desk.robot.lookup("#sidebar").<Region>query().getWidth()))
                .isEqualTo(300);
        assertThat(desk.on(() -> upper().getDividerPositions()[0])).isBetween(0.48, 0.52);
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.B);
        desk.robot.interact(() -> upper().setDividerPositions(0.42));
        desk.robot.clickOn(divider());
        double moved = desk.on(() -> upper().getDividerPositions()[0]);
        assertThat(moved).isBetween(0.41, 0.43);
        desk.close();
        Layout kept = SettingsFile.in(settings).read().settings().layout();
        assertThat(kept.timeline()).isEqualTo(moved);
        assertThat(kept.events()).isEqualTo(0.4);
        assertThat(kept.sidebar()).isEqualTo(300);
        assertThat(kept.sidebarShown()).isFalse();
        assertThat(kept.place()).isNotNull();
        assertThat(kept.place().width()).isEqualTo(1000);
        open(Settings.FIRST.withLayout(kept));
    }

    @Test
    void everyKeyOfTheWindowIsInTheList() {
        List<String> listed = Shortcut.all().stream()
                .flatMap(group -> group.shortcuts().stream())
                .flatMap(each -> List.of(each.keys().split(", ")).stream())
                .toList();
        List<String> taken = desk.on(() -> desk.window().scene().getAccelerators().keySet().stream()
                .map(WindowSettingsTest::printed)
                .toList());
        assertThat(taken).hasSizeGreaterThan(10);
        assertThat(listed).containsAll(taken);
    }

    private static String printed(KeyCombination key) {
        return key.getName()
                .replace("Shortcut+", "Ctrl ")
                .replace("Ctrl+", "Ctrl ")
                .replace("Shift+", "Shift ")
                .replace("Comma", ",");
    }

    private SplitPane upper() {
        return desk.front().lookupAll(".split-pane").stream()
                .map(SplitPane.class::cast)
                .filter(pane -> pane.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElseThrow();
    }

    private javafx.scene.Node divider() {
        return desk.on(() -> upper().lookupAll(".split-pane-divider").stream()
                .filter(each -> upper().equals(each.getParent()))
                .findFirst()
                .orElseThrow());
    }

    private Window window() {
        return desk.window().scene().getWindow();
    }
}
