package dev.threadline.panel.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.run.Execution;
import dev.threadline.run.RunStatus;
import dev.threadline.session.Feed;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.Selection.Subject;
import dev.threadline.ui.theme.Role;
import dev.threadline.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

class TimelinePanelTest extends ApplicationTest {
    @TempDir
    Path folder;

    private final Background background = new Background();
    private final List<Subject> opened = new ArrayList<>();
    private Stage stage;
    private Feed feed;
    private OpenRun run;
    private TimelinePanel panel;

    @Override
    public void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void show() throws Exception {
        feed = new Feed(folder)
                .add("approval-flows/nested-1-run", Integer.MAX_VALUE, RunStatus.WAITING)
                .add("approval-flows/nested-3-resume", 81, RunStatus.RUNNING);
        interact(() -> {
            Theme theme = new Theme();
            run = new OpenRun(feed.recording(), theme, background);
            panel = new TimelinePanel(run, feed::last);
            run.selection().onOpen(opened::add);
            Scene scene = new Scene(new BorderPane(panel.node()), 900, 292);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            panel.node().requestFocus();
        });
        pulse();
    }

    @AfterEach
    void close() {
        interact(() -> panel.close());
        background.close();
        feed.close();
    }

    @Test
    void clicksKeysAndFollow() {
        assertThat(run.playhead().follow().get()).isTrue();

        clickOn(middleOf("search"));
        pulse();
        assertThat(selected().node()).isEqualTo("search");
        assertThat(panel.node().getAccessibleText()).isEqualTo("search, step 1, done, 30 ms");
        assertThat(run.playhead().follow().get()).isFalse();
        assertThat(run.playhead().time().get())
                .isBetween(selected().start(), selected().end());
        long pinned = run.playhead().seq().get();
        assertThat(pinned).isPositive();

        press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        assertThat(run.playhead().seq().get()).isEqualTo(pinned + 1);
        press(KeyCode.J).release(KeyCode.J);
        assertThat(selected().index()).isEqualTo(named("search").index() + 1);
        press(KeyCode.UP).release(KeyCode.UP);
        assertThat(selected().node()).isEqualTo("search");
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(opened).containsExactly(Subject.EXECUTION);

        press(KeyCode.Z).release(KeyCode.Z);
        pulse();
        assertThat(panel.view().viewport().to() - panel.view().viewport().from())
                .isLessThan(60_000);
        press(KeyCode.DIGIT0).release(KeyCode.DIGIT0);
        pulse();
        assertThat(panel.view().viewport().to())
                .isGreaterThan(panel.view().data().now());

        press(KeyCode.SPACE).release(KeyCode.SPACE);
        assertThat(run.playhead().follow().get()).isTrue();
        clickOn("Follow");
        assertThat(run.playhead().follow().get()).isFalse();
    }

    @Test
    void aSelectionMadeElsewhereIsRevealed() {
        interact(() -> panel.view().toggle(panel.view().data().rows().get(1)));
        pulse();
        Execution score = named("score");
        assertThat(panel.view().data().rows().rowOf(score)).isEqualTo(-1);
        interact(() -> run.selection().execution().set(score));
        pulse();
        assertThat(panel.view().data().rows().rowOf(score)).isNotNegative();
    }

    @Test
    void whatArrivesMovesNothingThatIsHeld() throws Exception {
        clickOn(middleOf("search"));
        pulse();
        double before = panel.view().frame().axis().x(named("search").start());
        int events = run.log().size();
        feed.event(run.log().name(events - 1), "{}", feed.last() + 5_000_000);
        pulse();
        assertThat(run.folded()).isEqualTo(events + 1);
        assertThat(panel.view().frame().now()).isGreaterThan(named("search").end() + 4_000_000);
        assertThat(panel.view().frame().axis().x(named("search").start())).isEqualTo(before);
    }

    @Test
    void aGapIsToldAndDrawn() {
        feed.gap();
        pulse();
        assertThat(run.executions().gaps()).hasSize(1);
        Frame frame = panel.view().frame();
        double x = frame.axis().x(run.executions().gaps().getFirst().time());
        Color[] edge = new Color[1];
        interact(() ->
                edge[0] = panel.node().snapshot(null, null).getPixelReader().getColor((int) Math.rint(x - 3), 74));
        assertThat(edge[0]).isEqualTo(frame.color(Role.FAILED_GROUND));
    }

    private Execution selected() {
        return run.selection().execution().get();
    }

    private Execution named(String node) {
        return run.executions().all().stream()
                .filter(each -> each.node().equals(node))
                .findFirst()
                .orElseThrow();
    }

    private Point2D middleOf(String node) {
        Frame frame = panel.view().frame();
        Execution execution = named(node);
        double x = (frame.start(execution) + frame.end(execution)) / 2;
        double y = frame.y(frame.rows().rowOf(execution)) + LaneRow.HEIGHT / 2;
        return panel.node().localToScreen(x, y);
    }

    private void pulse() {
        interact(() -> {
            run.pulse(Long.MAX_VALUE);
            panel.pulse();
        });
    }
}
