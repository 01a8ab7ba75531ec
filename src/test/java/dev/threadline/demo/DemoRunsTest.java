package dev.threadline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.CaptureInfo;
import dev.threadline.capture.EventKind;
import dev.threadline.json.Json;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Assistant;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.RunRequest;
import dev.threadline.run.Execution;
import dev.threadline.run.Executions;
import dev.threadline.run.RunStatus;
import dev.threadline.session.Recording;
import dev.threadline.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Each demo graph, streamed over HTTP into a recording as any deployment's runs are.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoRunsTest {
    private GraphServer demo;
    private AgentServer server;

    @TempDir
    Path folder;

    @BeforeAll
    void start() throws Exception {
        demo = DemoDeployment.start(0, 200);
        server = new AgentServer(new Deployment("demo", demo.address(), List.of()));
    }

    @AfterAll
    void stop() {
        server.close();
        demo.close();
    }

    private Recording record(Recording recording, RunRequest request) throws Exception {
        Session session = Session.start(server, recording, request);
        session.ended().get(60, TimeUnit.SECONDS);
        return recording;
    }

    private Recording fresh(String graph) throws Exception {
        String thread = server.createThread().threadId();
        return Recording.create(
                folder.resolve(graph + thread + ".threadline"),
                new CaptureInfo("demo", demo.address().toString(), graph, thread, 1));
    }

    private static RunRequest request(String graph, String input) throws Exception {
        return RunRequest.of(graph)
                .input(Json.parse(input))
                .modes(List.of("debug", "updates", "values", "messages-tuple", "custom", "tasks", "checkpoints"))
                .build();
    }

    private static List<String> bars(Recording recording) {
        Executions executions = new Executions();
        for (int i = 0; i < recording.log().size(); i++) {
            executions.accept(recording.log().facts(i));
        }
        recording.runs().forEach(run -> executions.status(run.number(), RunStatus.of(run.status())));
        return executions.all().stream().map(DemoRunsTest::bar).toList();
    }

    private static String bar(Execution bar) {
        String place = bar.namespace().replaceAll(":[^|]*", "");
        return (place.isEmpty() ? "" : place + "|") + bar.node() + " " + bar.step() + " " + bar.state();
    }

    @Test
    void everyGraphIsAnAssistantWithASchema() throws Exception {
        List<Assistant> assistants = server.searchAssistants();
        assertThat(assistants)
                .extracting(Assistant::name)
                .containsExactlyInAnyOrder(
                        "trip_planner", "market_report", "purchase_approval", "newsroom", "flaky_import", "garden");
        for (Assistant assistant : assistants) {
            assertThat(server.schemas(assistant.id()).input()).isNotNull();
            assertThat(server.graph(assistant.id(), true).json()).isNotNull();
        }
    }

    @Test
    void toolsInALoop() throws Exception {
        try (Recording recording = record(fresh("trip_planner"), request("trip_planner", "{\"days\":1}"))) {
            assertThat(recording.status()).isEqualTo(RunStatus.SUCCESS);
            assertThat(bars(recording))
                    .containsExactly("agent 1 DONE", "tools 2 DONE", "agent 3 DONE", "tools 4 DONE", "agent 5 DONE");
            assertThat(recording.log().size()).isGreaterThan(40);
        }
    }

    @Test
    void branchesSideBySide() throws Exception {
        try (Recording recording = record(fresh("market_report"), request("market_report", "{}"))) {
            assertThat(recording.status()).isEqualTo(RunStatus.SUCCESS);
            assertThat(bars(recording))
                    .containsExactlyInAnyOrder(
                            "plan 1 DONE", "news 2 DONE", "prices 2 DONE", "reviews 2 DONE", "report 3 DONE");
        }
    }

    @Test
    void aQuestionAndItsAnswer() throws Exception {
        try (Recording recording = record(fresh("purchase_approval"), request("purchase_approval", "{}"))) {
            assertThat(recording.status()).isEqualTo(RunStatus.WAITING);
            assertThat(bars(recording)).containsExactly("draft 1 DONE", "approval 2 WAITING");
            RunRequest answer = RunRequest.of("purchase_approval")
                    .command((JsonObject) Json.parse("{\"resume\":{\"approved\":true}}"))
                    .build();
            record(recording, answer);
            assertThat(recording.status()).isEqualTo(RunStatus.SUCCESS);
            assertThat(bars(recording))
                    .containsExactly("draft 1 DONE", "approval 2 WAITING", "approval 2 DONE", "order 3 DONE");
            assertThat(server.state(recording.info().threadId(), true).json().toString())
                    .contains("ordered");
        }
    }

    @Test
    void graphsInGraphs() throws Exception {
        try (Recording recording = record(fresh("newsroom"), request("newsroom", "{}"))) {
            assertThat(recording.status()).isEqualTo(RunStatus.SUCCESS);
            assertThat(bars(recording))
                    .contains(
                            "editor 1 DONE",
                            "research_desk 2 DONE",
                            "research_desk|search 1 DONE",
                            "research_desk|fact_check 2 DONE",
                            "research_desk|fact_check|names 1 DONE",
                            "writing_desk|write 2 DONE");
        }
    }

    @Test
    void aFailureThatIsResumed() throws Exception {
        try (Recording recording = record(fresh("flaky_import"), request("flaky_import", "{}"))) {
            assertThat(recording.status()).isEqualTo(RunStatus.FAILED);
            assertThat(bars(recording)).containsExactly("read 1 DONE", "load 2 FAILED");
            record(recording, RunRequest.of("flaky_import").build());
            assertThat(recording.status()).isEqualTo(RunStatus.SUCCESS);
            assertThat(bars(recording)).containsExactly("read 1 DONE", "load 2 FAILED", "load 2 DONE", "verify 3 DONE");
        }
    }

    @Test
    void callbacksAloneTellTheSameTasks() throws Exception {
        RunRequest request =
                request("newsroom", "{}").change().modes(List.of("events")).build();
        try (Recording recording = record(fresh("newsroom"), request)) {
            assertThat(recording.status()).isEqualTo(RunStatus.SUCCESS);
            assertThat(bars(recording))
                    .contains("editor 1 DONE", "research_desk|fact_check|names 1 DONE", "writing_desk|write 2 DONE");
        }
    }

    @Test
    void aDeepState() throws Exception {
        try (Recording recording = record(fresh("garden"), request("garden", "{\"days\":4}"))) {
            assertThat(recording.status()).isEqualTo(RunStatus.SUCCESS);
            assertThat(bars(recording)).hasSize(5).allMatch(bar -> bar.endsWith("DONE"));
            for (int i = 0; i < recording.log().size(); i++) {
                assertThat(recording.log().kind(i)).isNotIn(EventKind.UNKNOWN, EventKind.MALFORMED);
            }
        }
    }
}
