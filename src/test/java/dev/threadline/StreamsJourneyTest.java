package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.Capture;
import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.ConnectionEntry.Kind;
import dev.threadline.capture.SampleCapture;
import dev.threadline.json.Json;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.RunInfo;
import dev.threadline.protocol.RunRequest;
import dev.threadline.server.Js;
import dev.threadline.server.RealServer;
import dev.threadline.server.RealServers;
import dev.threadline.ui.kit.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How a run is heard, as the window tells it: joined from elsewhere, cut, counted down, heard again, with a gap.
@ExtendWith(RealServers.class)
class StreamsJourneyTest extends DeskTest {
    private static final String WORK =
            "{\"sources\":[{\"name\":\"a\",\"kind\":\"paper\",\"duration_ms\":20000}],\"options\":{\"progress_steps\":100}}";

    @Test
    void aRunStartedElsewhereIsJoinedAndHeardThroughACut(@Js RealServer server) throws Exception {
        try (Relay relay = new Relay(server.port());
                AgentServer outside = new AgentServer(server.deployment())) {
            RunRequest request = RunRequest.of("research")
                    .input(Json.parse(WORK))
                    .resumable(true)
                    .build();
            desk.connect(relay.address());
            desk.await("the form", () -> there(".tl-field"));
            RunInfo run = outside.createRun(outside.createThread().threadId(), request);
            desk.robot.clickOn("#join");
            String row = "run …" + Figures.tail(run.runId());
            desk.await("the run in the list", () -> desk.words("#join-runs").contains(row));
            desk.robot.clickOn(row);
            assertThat(desk.words("#join")).contains("It will be heard from its start.");
            desk.shoot("join");
            desk.robot.clickOn("#join-start");
            desk.await(
                    "events",
                    () -> desk.front() != null && desk.front().run().log().size() > 20);
            assertThat(desk.front().run().recording().info().threadId()).isEqualTo(run.threadId());

            relay.cut();
            desk.await("the countdown", () -> desk.words("#status-bar").matches(".*reconnecting, try \\d+, in .*"));
            desk.shoot("reconnecting");
            relay.mend();
            desk.await("the countdown again", () -> there("#reconnect-now") && shown("#reconnect-now"));
            desk.robot.clickOn("#reconnect-now");
            desk.await("the stream", () -> desk.words("#status-bar").contains("connected"));
            desk.ended();
        }
        assertThat(desk.front().run().recording().gaps()).isZero();
        List<String> rows = desk.rows("events");
        assertThat(rows).anyMatch(row -> row.startsWith("cut after event"));
        assertThat(rows).anyMatch(row -> row.startsWith("tried again after event"));
        assertThat(rows).anyMatch(row -> row.startsWith("resumed after event"));
        desk.shoot("reconnected");
        desk.shootSmall("reconnected");
    }

    @Test
    void aGapIsShownWithItsBounds() throws Exception {
        Path file = SampleCapture.HANDOFFS.in(captures);
        tearUp(file);
        desk.robot.interact(() -> desk.window().open(file));
        desk.ended();
        desk.await("the banner", () -> there("#show-gap"));
        assertThat(desk.words("#notices")).contains("The connection was cut for", "Filled in: 3 entries");
        List<String> rows = desk.rows("events");
        assertThat(rows).anyMatch(row -> row.startsWith("gap after event 40"));
        assertThat(rows).anyMatch(row -> row.startsWith("resumed after event 80: after id 79"));
        assertThat(rows).noneMatch(row -> row.contains("heartbeat"));
        desk.robot.clickOn("#show-gap");
        desk.await("its place", () -> desk.front().run().playhead().seq().get() == 40);
        desk.robot.push(KeyCode.ENTER);
        desk.robot.interact(() -> desk.front().run().selection().open(dev.threadline.ui.kit.Selection.Subject.EVENT));
        desk.await(
                "its facts",
                () -> desk.words("#panels").contains("Events may be missing here")
                        || desk.words(".tl-panel-tabs").contains("Events may be missing here"));
        desk.shoot("gap");
        desk.shootSmall("gap");
        desk.robot.clickOn((Node node) -> "Show what happened to the connection".equals(node.getAccessibleText()));
        desk.await("gaps alone", () -> desk.rows("events").stream().noneMatch(row -> row.startsWith("resumed")));
        assertThat(desk.rows("events")).anyMatch(row -> row.startsWith("gap after event 40"));
    }

    /// Writes into a capture of a real run what a ledger says of a break with a gap, and of one without.
    private static void tearUp(Path file) throws Exception {
        try (Capture capture = Capture.open(file)) {
            List<Long> times = new ArrayList<>();
            capture.forEachFacts(facts -> times.add(facts.receivedAt()));
            long cut = times.get(39) + 1_000;
            long again = Math.max(cut + 2_000, times.get(40) - 1_000);
            capture.add(new ConnectionEntry(1, 20, times.get(20), Kind.COMMENT, "heartbeat"));
            capture.add(new ConnectionEntry(1, 40, cut, Kind.CUT, "The connection was reset."));
            capture.add(new ConnectionEntry(1, 40, cut + 500, Kind.TRIED, "The server refused the connection."));
            capture.add(new ConnectionEntry(1, 40, again, Kind.RESUMED, "after id 39"));
            capture.add(new ConnectionEntry(1, 40, again, Kind.GAP, "The events with the ids 40 to 43 did not come."));
            capture.add(new ConnectionEntry(
                    1, 43, again, Kind.FILLED, "3 entries from the thread's history: steps and results."));
            capture.add(new ConnectionEntry(1, 80, times.get(79) + 500, Kind.CUT, "The connection was reset."));
            capture.add(new ConnectionEntry(1, 80, times.get(80), Kind.RESUMED, "after id 79"));
            capture.add(new ConnectionEntry(1, 84, times.get(84), Kind.DUPLICATE, "2 events came again."));
        }
    }

    private boolean shown(String query) {
        return desk.robot.lookup(query).queryAll().stream().anyMatch(Node::isVisible);
    }

    private boolean there(String query) {
        return desk.robot.lookup(query).tryQuery().isPresent();
    }
}
