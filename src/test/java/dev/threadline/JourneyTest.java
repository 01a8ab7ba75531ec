package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.EventKind;
import dev.threadline.json.Json;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.run.RunStatus;
import dev.threadline.run.StatePoint;
import dev.threadline.server.Js;
import dev.threadline.server.RealServer;
import dev.threadline.server.RealServers;
import dev.threadline.shots.Shots;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.shell.RunTab;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The whole way of a new user: address, assistant, form, Run, panels, and the capture opened again without a server.
@ExtendWith(RealServers.class)
class JourneyTest extends DeskTest {
    @Test
    void fromTheAddressToTheReopenedCapture(@Js RealServer server) throws Exception {
        desk.shoot("first-run");
        desk.connect(server.address());
        desk.choose("joke");
        desk.robot
                .clickOn(desk.field("/topic"))
                .push(KeyCode.SHORTCUT, KeyCode.A)
                .write("umbrellas");
        desk.shoot("new-run");
        RunTab tab = desk.run();

        OpenRun run = tab.run();
        assertThat(run.recording().status()).isEqualTo(RunStatus.SUCCESS);
        assertThat(bars(run)).containsExactly("refine_topic DONE", "generate_joke DONE");
        assertThat(desk.rows("events")).anyMatch(row -> row.matches("1[0-9] tokens from event [0-9]+, generate_joke"));
        assertThat(streamed(run)).contains("Why did the umbrellas and cats go to school?");

        pin(run, 1);
        desk.await("the state of step 1", () -> desk.rows("state").contains("topic: \"umbrellas and cats\", changed"));

        desk.robot.clickOn("Node");
        desk.on(() -> {
            run.selection().execution().set(run.executions().all().getLast());
            return null;
        });
        desk.await(
                "the executions of generate_joke", () -> desk.rows("executions").size() == 1);
        assertThat(desk.rows("executions").getFirst()).contains("generate_joke").contains("done");
        desk.shoot("journey-node");

        reopened(run, desk.rows("events"));
    }

    /// Closes the tab and opens its file: the same content, with no server asked.
    private void reopened(OpenRun before, List<String> events) throws Exception {
        Path file = before.recording().file();
        List<String> bars = bars(before);
        desk.robot.push(KeyCode.SHORTCUT, KeyCode.W);
        desk.await("the tab to close", () -> desk.front() == null);
        desk.await("the file to be whole", () -> !Files.exists(Path.of(file + "-wal")));
        desk.on(() -> {
            desk.window().open(file);
            return null;
        });
        OpenRun again = desk.ended().run();
        assertThat(again).isNotSameAs(before);
        assertThat(bars(again)).isEqualTo(bars);
        assertThat(desk.rows("events")).isEqualTo(events);
        pin(again, 1);
        desk.await("the state again", () -> desk.rows("state").contains("topic: \"umbrellas and cats\", changed"));
    }

    @Test
    void subgraphsOfARealRun(@Js RealServer server) throws Exception {
        desk.connect(server.address());
        desk.choose("supervisor");
        OpenRun run = desk.runByKey().run();
        assertThat(run.recording().status()).isEqualTo(RunStatus.SUCCESS);
        assertThat(run.playhead().follow().get()).isTrue();
        desk.robot.push(KeyCode.SPACE);
        assertThat(run.playhead().follow().get()).isFalse();
        desk.robot.push(KeyCode.SPACE);
        assertThat(bars(run)).hasSize(11).allMatch(bar -> bar.endsWith(" DONE"));
        desk.on(() -> {
            run.selection()
                    .execution()
                    .set(run.executions().all().stream()
                            .filter(bar -> bar.node().equals("write"))
                            .findFirst()
                            .orElseThrow());
            return null;
        });
        pin(run, 3);
        desk.await("the state of step 3", () -> desk.rows("state").stream().anyMatch(row -> row.contains("changed")));
        desk.shoot("main-run");
        Shots.keep("main-run-dark");
    }

    @Test
    void anInterruptIsShownWithItsQuestion(@Js RealServer server) throws Exception {
        desk.connect(server.address());
        desk.choose("approval");
        OpenRun run = desk.run().run();
        assertThat(run.recording().status()).isEqualTo(RunStatus.WAITING);
        desk.await("the question", () -> desk.words("#notices").contains("waits for an answer"));
        assertThat(desk.words("#notices")).contains("human: approve \"Team snacks\" for 18 EUR?");
        assertThat(desk.words("#status-pill")).contains("waiting · 1 question");
        assertThat(bars(run)).contains("human_review WAITING");
        desk.shoot("interrupt");
    }

    /// The text of all message chunks, joined.
    private static String streamed(OpenRun run) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < run.log().size(); i++) {
            if (run.log().kind(i) == EventKind.MESSAGE_CHUNK) {
                JsonValue data =
                        Json.parse(run.recording().payloads().data(run.log().seq(i)));
                text.append(((JsonString) data.at(JsonPointer.parse("/0/content"))).value());
            }
        }
        return text.toString();
    }

    private void pin(OpenRun run, int step) {
        desk.on(() -> {
            StatePoint point = run.states().points("").stream()
                    .filter(one -> one.step() == step)
                    .findFirst()
                    .orElseThrow();
            run.playhead().pin(point.time(), point.seq());
            return null;
        });
    }

    private List<String> bars(OpenRun run) {
        return desk.on(() -> run.executions().all().stream()
                .map(bar -> bar.node() + " " + bar.state())
                .toList());
    }
}
