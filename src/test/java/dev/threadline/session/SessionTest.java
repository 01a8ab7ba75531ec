package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.ConnectionEntry.Kind;
import dev.threadline.capture.Waiting;
import dev.threadline.json.Json;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.Header;
import dev.threadline.protocol.RunRequest;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.run.RunStatus;
import dev.threadline.server.Js;
import dev.threadline.server.Python;
import dev.threadline.server.RealServer;
import dev.threadline.server.RealServers;
import dev.threadline.server.RecordingTap;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The life of a run against real servers.
@ExtendWith(RealServers.class)
class SessionTest {
    private static final String SLOW =
            "{\"sources\":[{\"name\":\"a\",\"kind\":\"paper\",\"duration_ms\":20000}],\"options\":{\"progress_steps\":40}}";

    /// So that the JavaScript server isn't asked again and again for what takes it seconds.
    private static final Map<String, String> KNOWN = Map.of("schemas", "{}", "graph", "{}");

    @TempDir
    Path folder;

    private Recording recording(RealServer real, String graph) throws Exception {
        return Recording.create(folder.resolve("run.threadline"), Graphs.info(real.address(), graph));
    }

    private static RunStatus end(Session session) throws Exception {
        return session.ended().get(2, TimeUnit.MINUTES);
    }

    private static RunRequest slow() throws Exception {
        return RunRequest.of("research").input(Json.parse(SLOW)).build();
    }

    private static List<Kind> kinds(Recording recording) {
        return recording.ledger().stream().map(ConnectionEntry::kind).toList();
    }

    @Test
    void aFailedRunSaysWhatTheServerSaid(@Js RealServer real) throws Exception {
        try (AgentServer server = new AgentServer(real.deployment());
                Recording recording = recording(real, "flaky")) {
            RunRequest request = RunRequest.of("flaky")
                    .input(Json.parse("{\"fail_forever\":true}"))
                    .build();
            assertThat(end(Session.start(server, recording, request, KNOWN))).isEqualTo(RunStatus.FAILED);
            assertThat(recording.run(1).error()).contains("unstable failed on attempt");
            assertThat(recording.run(1).endedAt())
                    .isGreaterThan(recording.run(1).startedAt());
            assertThat(kinds(recording)).containsExactly(Kind.OPENED, Kind.ENDED);
        }
    }

    @Test
    void aStaticBreakpointWaitsToo(@Js RealServer real) throws Exception {
        try (AgentServer server = new AgentServer(real.deployment());
                Recording recording = recording(real, "joke")) {
            RunRequest request = Graphs.request("joke")
                    .change()
                    .interruptBefore(List.of("generate_joke"))
                    .build();
            assertThat(end(Session.start(server, recording, request, KNOWN))).isEqualTo(RunStatus.WAITING);
            RunRequest on = RunRequest.of("joke").build();
            Session second = Session.start(server, recording, on, KNOWN);
            assertThat(end(second)).isEqualTo(RunStatus.SUCCESS);
            assertThat(second.run()).isEqualTo(2);
            assertThat(recording.runs()).extracting("status").containsExactly("waiting", "success");
            assertThat(Sse.of(recording, 1)).isNotEmpty().isNotEqualTo(Sse.of(recording, 2));
        }
    }

    @Test
    void aCancelledRunOfJavaScript(@Js RealServer real) throws Exception {
        cancelled(real);
    }

    @Test
    void aCancelledRunOfPython(@Python RealServer real) throws Exception {
        cancelled(real);
    }

    private void cancelled(RealServer real) throws Exception {
        try (AgentServer server = new AgentServer(real.deployment());
                Recording recording = recording(real, "research")) {
            Session session = Session.start(server, recording, slow(), KNOWN);
            Waiting.until(() -> recording.log().size() > 4);
            assertThat(session.status()).isEqualTo(RunStatus.RUNNING);
            session.cancel();
            assertThat(session.cancelling()).isTrue();
            assertThat(end(session)).isEqualTo(RunStatus.CANCELLED);
            assertThat(session.failure()).isNull();
        }
    }

    @Test
    void cancelledAtOnce(@Js RealServer real) throws Exception {
        try (AgentServer server = new AgentServer(real.deployment());
                Recording recording = recording(real, "research")) {
            Session session = Session.start(server, recording, slow(), KNOWN);
            session.cancel();
            assertThat(end(session)).isEqualTo(RunStatus.CANCELLED);
        }
    }

    @Test
    void whoStopsListeningKeepsWhatCame(@Js RealServer real) throws Exception {
        try (AgentServer server = new AgentServer(real.deployment());
                Recording recording = recording(real, "research")) {
            Session session = Session.start(server, recording, slow(), KNOWN);
            Waiting.until(() -> recording.log().size() > 4);
            session.close();
            assertThat(end(session)).isEqualTo(RunStatus.UNKNOWN);
            assertThat(kinds(recording)).contains(Kind.CLOSED);
            String run = recording.run(1).runId();
            assertThat(server.run(recording.info().threadId(), run).active()).isTrue();
            server.cancel(recording.info().threadId(), run, "interrupt", true);
        }
    }

    @Test
    void aServerKilledInMidStreamLeavesAllThatCame(@Js RealServer shared) throws Exception {
        Path file = folder.resolve("run.threadline");
        int received;
        try (RealServer real = shared.another();
                AgentServer server = new AgentServer(real.deployment());
                Recording recording = recording(real, "research")) {
            Session session = Session.start(server, recording, slow(), KNOWN, Fast.PATIENCE);
            Waiting.until(() -> recording.log().size() > 4);
            real.kill();
            assertThat(end(session)).isEqualTo(RunStatus.UNKNOWN);
            assertThat(session.failure()).isInstanceOf(ServerFailure.class);
            assertThat(recording.run(1).error()).contains("Given up after 6 tries");
            assertThat(kinds(recording)).startsWith(Kind.OPENED, Kind.CUT, Kind.TRIED);
            received = recording.log().size();
        }
        try (Recording again = Recording.open(file)) {
            assertThat(again.log().size()).isEqualTo(received);
            assertThat(again.status()).isEqualTo(RunStatus.UNKNOWN);
            assertThat(Sse.of(again, 1)).hasSize(received);
        }
    }

    @Test
    void aCutStreamOfJavaScriptGoesOn(@Js RealServer real) throws Exception {
        goesOn(real);
    }

    @Test
    void aCutStreamOfPythonGoesOn(@Python RealServer real) throws Exception {
        goesOn(real);
    }

    private void goesOn(RealServer real) throws Exception {
        for (int cut : new int[] {100, 4_000, 40_000}) {
            Path file = folder.resolve("cut-" + cut + ".threadline");
            try (RecordingTap tap = new RecordingTap(real.address());
                    AgentServer server = new AgentServer(new Deployment("local dev", tap.address(), List.of()));
                    Recording recording = Recording.create(file, Graphs.info(real.address(), "supervisor"))) {
                tap.cutNextAfterBytes(cut);
                Session session = Session.start(server, recording, Graphs.request("supervisor"), KNOWN);
                assertThat(end(session)).isEqualTo(RunStatus.SUCCESS);
                assertThat(kinds(recording).stream()
                                .filter(kind -> kind != Kind.COMMENT)
                                .toList())
                        .as("cut after %d: %s", cut, recording.ledger())
                        .startsWith(Kind.OPENED, Kind.CUT)
                        .contains(Kind.ENDED);
                assertThat(recording.gaps()).isZero();
                Replay.assertComplete(server, recording, Sse.of(recording, 1));
            }
        }
    }

    @Test
    void aRefusedRunNeverBegan(@Js RealServer real) throws Exception {
        try (AgentServer server = new AgentServer(real.deployment());
                Recording recording = recording(real, "nobody")) {
            Session session =
                    Session.start(server, recording, RunRequest.of("nobody").build());
            assertThat(end(session)).isEqualTo(RunStatus.FAILED);
            assertThat(session.began()).isFalse();
            assertThat(session.failure()).isInstanceOf(ServerFailure.NotFound.class);
            assertThat(recording.run(1).error()).contains("nobody");
            assertThat(recording.log().size()).isZero();
        }
    }

    @Test
    void aSecretIsNowhereInTheFile(@Js RealServer real) throws Exception {
        String secret = "9f1e-secret-\"value\"-77";
        Path file = folder.resolve("run.threadline");
        try (AgentServer server = new AgentServer(real.deployment(new Header("x-team-token", secret, true)));
                Recording recording = recording(real, "joke")) {
            RunRequest request = Graphs.everyMode("joke", true);
            assertThat(end(Session.start(server, recording, request, KNOWN))).isEqualTo(RunStatus.SUCCESS);
            assertThat(Sse.text(recording, 1, Export.Format.SSE)).contains(": masked:");
        }
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("9f1e-secret").contains("x-team-token");
    }

    @Test
    void aRunWithoutAThread(@Js RealServer real) throws Exception {
        var info = new dev.threadline.capture.CaptureInfo(
                "local dev", real.address().toString(), "joke", null, Clock.now());
        try (AgentServer server = new AgentServer(real.deployment());
                Recording recording = Recording.create(folder.resolve("run.threadline"), info)) {
            Session session = Session.start(server, recording, Graphs.request("joke"));
            assertThat(end(session)).isEqualTo(RunStatus.SUCCESS);
            assertThat(Sse.of(recording, 1)).isNotEmpty().allMatch(event -> event.id() == null);
        }
    }
}
