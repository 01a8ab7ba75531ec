package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.SampleCapture;
import dev.threadline.settings.Settings;
import dev.threadline.settings.SettingsFile;
import dev.threadline.shots.Shots;
import dev.threadline.ui.captures.CapturesView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The captures of a folder: found, sorted, renamed, opened, deleted and had back; the room they take is watched and
/// asked about.
class CapturesJourneyTest extends DeskTest {
    @Test
    void anEmptyFolderSaysHowItGetsFull() {
        openCaptures();
        assertThat(desk.words("#captures-view")).contains("No captures", "Every run is recorded");
        desk.shoot("captures-empty");
    }

    @Test
    void aFolderOfRecordings() throws Exception {
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.D);
        desk.await("the form", () -> there(".tl-field"));
        desk.runByKey();
        samples();
        Files.writeString(captures.resolve("notes.threadline"), "no capture at all");
        openCaptures();
        desk.await("all captures", () -> names().size() == 8);
        desk.await("the sum", () -> desk.words("#captures-view").contains("8 on this machine"));
        desk.shoot("captures");
        desk.shootSmall("captures");
        assertThat(rows()).anyMatch(row -> row.startsWith("retries") && row.contains("success"));
        assertThat(rows())
                .anyMatch(row -> row.startsWith("notes, unreadable") && row.contains("is not a Threadline capture"));

        search();
        sort();
        rename();
        deleteAndUndo();
        openAndReopen();
    }

    /// Samples of real servers as captures of the folder.
    private void samples() throws Exception {
        for (SampleCapture sample : SampleCapture.values()) {
            sample.in(captures);
        }
    }

    private void search() {
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.F).write("SUPERVISOR succ");
        desk.await("what was searched", () -> names().equals(List.of("handoffs")));
        assertThat(desk.words("#captures-view")).contains("1 of 8 shown");
        desk.type("#captures-search", "no such thing");
        desk.await("nothing", () -> names().isEmpty());
        assertThat(desk.words("#captures-view")).contains("No capture matches \"no such thing\".");
        desk.shoot("captures-unfound");
        desk.robot.push(KeyCode.ESCAPE);
        desk.await("everything again", () -> names().size() == 8);
    }

    private void sort() {
        sortBy("size");
        desk.await(
                "the smallest first",
                () -> names().getFirst().equals("notes") && names().getLast().equals("large-state"));
        sortBy("size");
        desk.await("the largest first", () -> names().getFirst().equals("large-state"));
        sortBy("name");
        assertThat(names()).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    private void rename() {
        choose("retries");
        desk.robot.push(KeyCode.F2);
        desk.await("the field", () -> there("#rename"));
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.A).write("flaky lookup");
        desk.robot.interact(() -> Shots.take(desk.window().scene(), "captures-rename", 1));
        desk.robot.push(KeyCode.ENTER);
        desk.await("the new name", () -> names().contains("flaky lookup"));
        assertThat(captures.resolve("flaky lookup.threadline")).exists();
        assertThat(captures.resolve("retries.threadline")).doesNotExist();
        choose("flaky lookup");
        desk.robot.push(KeyCode.F2);
        desk.await("the field", () -> there("#rename"));
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.A).write("handoffs").push(KeyCode.ENTER);
        desk.await("the refusal", () -> desk.words("#toasts").contains("There is a capture handoffs already."));
    }

    private void deleteAndUndo() {
        choose("fan-out");
        desk.robot.push(KeyCode.SHIFT, KeyCode.DOWN).push(KeyCode.DELETE);
        desk.await("the message", () -> desk.words("#toasts").contains("Deleted 2 captures"));
        desk.await("two fewer", () -> names().size() == 6);
        desk.shoot("captures-deleted");
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        desk.await("both again", () -> names().size() == 8);
        choose("fan-out");
        desk.robot.clickOn("#delete-captures");
        desk.await("the other message", () -> desk.words("#toasts").contains("Deleted fan-out"));
        desk.robot.clickOn((Node node) -> "Close the message".equals(node.getAccessibleText())
                && node.getParent().getChildrenUnmodifiable().stream()
                        .anyMatch(each -> String.valueOf(each).contains("Deleted fan-out")));
        desk.await("that it is gone for good", () -> !Files.exists(captures.resolve(".deleted")));
    }

    private void openAndReopen() {
        choose("large-state");
        desk.robot.push(KeyCode.ENTER);
        desk.ended();
        assertThat(desk.front().run().recording().info().assistant()).isEqualTo("bigstate");
        // An open one is let go and deleted all the same.
        openCaptures();
        choose("large-state");
        desk.robot.push(KeyCode.DELETE);
        desk.await("the message", () -> desk.words("#toasts").contains("Deleted large-state"));
        assertThat(captures.resolve("large-state.threadline")).doesNotExist();
        desk.close();
        assertThat(captures.resolve(".deleted")).doesNotExist();
        Settings kept = SettingsFile.in(settings).read().settings();
        assertThat(kept.layout().captures()).isEqualTo("name");
        reopen(kept);
        openCaptures();
        desk.await("the same order", () -> names().size() == 6);
        assertThat(names()).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void moreThanTheLimitIsSaidAndAskedAbout() throws Exception {
        samples();
        List<Path> all;
        try (var files = Files.list(captures)) {
            all = files.toList();
        }
        long total = 0;
        for (Path file : all) {
            total += Files.size(file);
        }
        desk.close();
        reopen(startWith().withCapturesLimit(total - 1));
        desk.await("the line at the start", () -> desk.words("#toasts").contains("more than the"));
        desk.shoot("captures-over-start");
        openCaptures();
        desk.await("the banner", () -> there("#captures-over"));
        desk.shoot("captures-over");
        desk.robot.clickOn("#review-captures");
        desk.await("the sheet", () -> there("#captures-limit"));
        desk.shoot("captures-limit");
        desk.robot.clickOn("#keep-over");
        assertThat(all).allSatisfy(file -> assertThat(file).exists());
        desk.robot.clickOn("#review-captures");
        desk.await("the sheet again", () -> there("#delete-over"));
        desk.robot.clickOn("#delete-over");
        desk.await("the message", () -> desk.words("#toasts").contains("Deleted"));
        desk.await("the banner to go", () -> !there("#captures-over"));
    }

    private void reopen(Settings found) {
        try {
            open(found);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void openCaptures() {
        desk.robot.interact(() -> desk.window().captures());
        desk.await("the captures", () -> there("#captures-table"));
        desk.await("the first list", () -> !desk.words("#captures-amount").isEmpty() || there("#captures-amount"));
    }

    private void choose(String name) {
        desk.robot.interact(() -> {
            view().choose(captures.resolve(name + ".threadline"));
            table().requestFocus();
        });
    }

    private void sortBy(String column) {
        desk.robot.interact(() -> table().getContextMenu().getItems().stream()
                .filter(Menu.class::isInstance)
                .flatMap(menu -> ((Menu) menu).getItems().stream())
                .filter(item -> column.equals(item.getText()))
                .forEach(MenuItem::fire));
    }

    private List<String> names() {
        return rows().stream().map(row -> row.split(", ")[0]).toList();
    }

    private List<String> rows() {
        return desk.on(() -> view().sentences());
    }

    private CapturesView view() {
        return desk.robot.lookup("#captures-view").query();
    }

    private TableView<?> table() {
        return desk.robot.lookup("#captures-table").query();
    }

    private boolean there(String query) {
        return desk.robot.lookup(query).tryQuery().isPresent();
    }
}
