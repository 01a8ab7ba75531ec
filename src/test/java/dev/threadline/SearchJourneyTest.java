package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.panel.Recorded;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.RunSearch;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Looking for a text in a recorded run, by keyboard and by mouse.
class SearchJourneyTest extends DeskTest {
    private OpenRun capture() throws Exception {
        Path file = captures.resolve("supervisor.threadline");
        Recorded.into(file, Recorded.DEFAULT_MODES)
                .run("supervisor/all-modes-subgraphs", "success")
                .open()
                .close();
        desk.on(() -> {
            desk.window().open(file);
            return null;
        });
        return desk.ended().run();
    }

    private String count() {
        return desk.words("#search");
    }

    @Test
    void aTextIsFoundMarkedAndSteppedThrough() throws Exception {
        OpenRun run = capture();
        int events = run.log().size();
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.F).write("extracted FACTS");
        desk.await("the end of the search", () -> run.search().state() == RunSearch.State.DONE);
        int found = run.search().hits().size();
        assertThat(found).isGreaterThan(3).isLessThan(events);
        desk.await("the count", () -> count().contains(found + " of " + events + " events"));

        desk.robot.push(KeyCode.ENTER);
        desk.await("the first match", () -> count().contains("1 of " + found));
        assertThat(run.selection().event().get())
                .isEqualTo(run.log().seq(run.search().hits().index(0)));
        assertThat(run.playhead().follow().get()).isFalse();
        desk.robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        desk.await("around to the last one", () -> count().contains(found + " of " + found));
        desk.robot.push(KeyCode.F3);
        desk.await("and back", () -> count().contains("1 of " + found));
        desk.robot.clickOn("Event");
        desk.shoot("search");
        desk.shootSmall("search");

        desk.robot.clickOn("#search-only");
        desk.await("matches only", () -> desk.rows("events").size() == found);
        desk.shoot("search-only");
        desk.robot.clickOn("#search").push(KeyCode.ESCAPE);
        desk.await("all events again", () -> desk.rows("events").size() > found);
        assertThat(run.search().state()).isEqualTo(RunSearch.State.OFF);
        assertThat(desk.on(() -> desk.robot.lookup("#search").<TextField>query().getText()))
                .isEmpty();
        desk.robot.push(KeyCode.ESCAPE);
        assertThat(desk.on(() -> desk.robot.lookup("#search").query().isFocused()))
                .isFalse();
    }

    @Test
    void nodeAndModeNarrowTheSearch() throws Exception {
        OpenRun run = capture();
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.F).write("tea");
        desk.await("the end of the search", () -> run.search().state() == RunSearch.State.DONE);
        int all = run.search().hits().size();
        choose("#search-node", "score");
        choose("#search-mode", "updates");
        desk.await(
                "fewer matches",
                () -> run.search().state() == RunSearch.State.DONE
                        && run.search().hits().size() < all);
        desk.on(() -> {
            for (int i = 0; i < run.search().hits().size(); i++) {
                int event = run.search().hits().index(i);
                assertThat(run.log().node(event)).isEqualTo("score");
                assertThat(run.log().mode(event)).isEqualTo("updates");
            }
            return null;
        });
        assertThat(run.search().hits().size()).isPositive();
        desk.robot.clickOn("#search").push(KeyCode.SHORTCUT, KeyCode.A).write("no such words");
        desk.robot.clickOn("#search-only");
        desk.await("nothing", () -> desk.rows("events").isEmpty() && count().contains("0 of "));
        desk.shoot("search-nothing");
        desk.robot.clickOn("Show all events");
        desk.await("all events again", () -> !desk.rows("events").isEmpty());
    }

    private void choose(String box, String value) {
        desk.robot.interact(() -> {
            ComboBox<String> choice = desk.robot.lookup(box).query();
            choice.show();
            List<String> values = List.copyOf(choice.getItems());
            choice.hide();
            assertThat(values).contains(value);
            choice.setValue(value);
        });
    }
}
