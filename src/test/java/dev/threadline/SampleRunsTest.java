package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.EventKind;
import dev.threadline.run.Execution;
import dev.threadline.run.RunStatus;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.shell.RunTab;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Runs that are looked at with no server: the samples of the first screen, and a saved event stream.
class SampleRunsTest extends DeskTest {
    @Test
    void eachSampleShowsWhatItsRowSays() throws Exception {
        desk.shoot("first-samples");
        desk.shootSmall("first-samples");
        OpenRun fanOut = sample("fan-out");
        assertThat(nodes(fanOut, 1).stream().filter("fetch_source"::equals)).hasSize(12);
        OpenRun questions = sample("two-questions");
        assertThat(questions.recording().runs()).hasSize(2);
        assertThat(nodes(questions, 1)).contains("legal_review", "finance_review");
        OpenRun handoffs = sample("handoffs");
        assertThat(handoffs.executions().all().stream()
                        .mapToInt(bar -> bar.lane().depth())
                        .max())
                .hasValue(2);
        OpenRun retries = sample("retries");
        assertThat(retries.recording().runs()).hasSize(2);
        OpenRun tools = sample("tool-calls");
        assertThat(tools.executions().all().stream().mapToInt(Execution::tokens).sum())
                .isPositive();
        OpenRun large = sample("large-state");
        assertThat(nodes(large, 1)).hasSizeGreaterThan(20);
    }

    @Test
    void aSavedEventStreamOpensAsARun() throws Exception {
        Path file = Path.of("src/test/recordings/js/joke/all-modes-subgraphs.sse");
        Platform.runLater(() -> desk.window().open(file));
        desk.await("a run tab", () -> desk.front() != null);
        OpenRun run = desk.ended().run();
        assertThat(run.recording().status()).isEqualTo(RunStatus.SUCCESS);
        assertThat(run.recording().log().kind(0)).isEqualTo(EventKind.RUN_STARTED);
        assertThat(run.executions().all()).isNotEmpty();
        desk.shoot("sse-file");
    }

    private OpenRun sample(String name) throws Exception {
        desk.await(
                "the sample",
                () -> desk.robot.lookup("#sample-" + name).tryQuery().isPresent());
        desk.robot.interact(
                () -> desk.robot.lookup("#sample-" + name).queryButton().fire());
        desk.await("a run tab", () -> desk.front() != null);
        RunTab tab = desk.ended();
        assertThat(tab.run().recording().status()).as(name).isEqualTo(RunStatus.SUCCESS);
        desk.shoot("sample-" + name);
        OpenRun run = tab.run();
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.W);
        desk.await("the first screen", () -> desk.front() == null);
        return run;
    }

    private static List<String> nodes(OpenRun run, int number) {
        return run.executions().all().stream()
                .filter(bar -> bar.run() == number)
                .map(Execution::node)
                .toList();
    }
}
