package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.CaptureInfo;
import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.ConnectionEntry.Kind;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.Waiting;
import dev.threadline.json.Json;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.RunInfo;
import dev.threadline.protocol.RunRequest;
import dev.threadline.run.EventLog;
import dev.threadline.run.RunStatus;
import dev.threadline.run.StateHistory;
import dev.threadline.server.Js;
import dev.threadline.server.Python;
import dev.threadline.server.RealServer;
import dev.threadline.server.RealServers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Runs of real servers that were started elsewhere.
@ExtendWith(RealServers.class)
class JoinTest {
    private static final String WORK =
            "{\"sources\":[{\"name\":\"a\",\"kind\":\"paper\",\"duration_ms\":2500}],\"options\":{\"progress_steps\":10}}";
    private static final Map<String, String> KNOWN =
            Map.of("info", "{}", "assistant", "{}", "schemas", "{}", "graph", "{}");

    @TempDir
    Path folder;

    private static RunRequest research(boolean kept) throws Exception {
        return RunRequest.of("research").input(Json.parse(WORK)).resumable(kept).build();
    }

    private static RunInfo begin(AgentServer server, boolean kept) throws Exception {
        return server.createRun(server.createThread().threadId(), research(kept));
    }

    /// Whether the run is so far that its first checkpoints are kept.
    private static Callable<Boolean> underWay(AgentServer server, RunInfo run) {
        return () -> server.history(run.threadId(), 10, null).size() > 1;
    }

    private Recording joined(AgentServer server, RealServer real, RunInfo run) throws Exception {
        CaptureInfo info =
                new CaptureInfo("local dev", real.address().toString(), "research", run.threadId(), Clock.now());
        Recording recording = Recording.create(folder.resolve(run.runId() + ".threadline"), info);
        RunStatus status = Session.join(server, recording, run, KNOWN, Fast.PATIENCE)
                .ended()
                .get(1, TimeUnit.MINUTES);
        assertThat(status).as("%s", recording.ledger()).isEqualTo(RunStatus.SUCCESS);
        assertThat(recording.run(1).runId()).isEqualTo(run.runId());
        assertThat(recording.run(1).request()).contains("\"duration_ms\":2500").contains("stream_mode");
        return recording;
    }

    @Test
    void aKeptRunOfJavaScriptComesFromItsStart(@Js RealServer real) throws Exception {
        fromItsStart(real);
    }

    @Test
    void aKeptRunOfPythonComesFromItsStart(@Python RealServer real) throws Exception {
        fromItsStart(real);
    }

    private void fromItsStart(RealServer real) throws Exception {
        try (AgentServer server = new AgentServer(real.deployment())) {
            RunInfo run = begin(server, true);
            Waiting.until(underWay(server, run));
            assertThat(server.activeRuns()).extracting(RunInfo::runId).contains(run.runId());
            try (Recording recording = joined(server, real, run)) {
                Replay.assertComplete(server, recording, Sse.of(recording, 1));
                assertThat(recording.gaps()).isZero();
            }
            RunInfo after = server.run(run.threadId(), run.runId());
            assertThat(after.active()).isFalse();
            assertThat(server.activeRuns()).extracting(RunInfo::runId).doesNotContain(run.runId());
        }
    }

    @Test
    void aPlainRunOfJavaScriptThatNobodyReadComesFromItsStart(@Js RealServer real) throws Exception {
        try (AgentServer server = new AgentServer(real.deployment())) {
            RunInfo run = begin(server, false);
            Waiting.until(underWay(server, run));
            try (Recording recording = joined(server, real, run)) {
                assertThat(recording.gaps()).isZero();
                assertThat(recording.log().id(0)).isEqualTo("0");
            }
        }
    }

    @Test
    void aPlainRunOfPythonComesFromNowOnAndItsBeginningFromHistory(@Python RealServer real) throws Exception {
        try (AgentServer server = new AgentServer(real.deployment())) {
            RunInfo run = begin(server, false);
            Waiting.until(underWay(server, run));
            try (Recording recording = joined(server, real, run)) {
                assertThat(recording.ledger().getFirst().kind()).isEqualTo(Kind.RESUMED);
                ConnectionEntry gap = recording.ledger().stream()
                        .filter(line -> line.kind() == Kind.GAP)
                        .findFirst()
                        .orElseThrow();
                assertThat(gap.afterSeq()).isZero();
                assertThat(gap.detail()).contains("joined while it was going on");
                EventLog log = recording.log();
                assertThat(log.is(0, EventFlag.HISTORY)).isTrue();
                assertThat(log.name(0)).isEqualTo("history/checkpoint");
                assertThat(Sse.text(recording, 1, Export.Format.SSE))
                        .contains(": from history, never streamed")
                        .doesNotContain("event: history");
                StateHistory states = new StateHistory();
                for (int i = 0; i < log.size(); i++) {
                    states.accept(log.facts(i));
                }
                assertThat(states.points(""))
                        .extracting("step")
                        .startsWith(-1, 0)
                        .isSorted();
                assertThat(StateHistory.load(states.points("").get(1), recording.payloads()))
                        .isNotNull();
            }
        }
    }
}
