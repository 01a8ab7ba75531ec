package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.CaptureInfo;
import dev.threadline.capture.EventKind;
import dev.threadline.capture.SampleCapture;
import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.RunRequest;
import dev.threadline.run.RunStatus;
import dev.threadline.server.Js;
import dev.threadline.server.Python;
import dev.threadline.server.RealServer;
import dev.threadline.server.RealServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The captures that come with the program: that they are whole, and that the same runs on the real servers of today
/// bring the same kinds of events. With `-Dthreadline.samples=update` the bundled ones are recorded again.
@ExtendWith(RealServers.class)
class SampleCapturesTest {
    private static final Path BUNDLED = Path.of("src/main/resources/dev/threadline/samples");

    @TempDir
    Path folder;

    @Test
    void areWholeAndSayWhatTheyAreMadeToShow() throws Exception {
        for (SampleCapture sample : SampleCapture.values()) {
            Path file = sample.in(folder.resolve("here"));
            assertThat(sample.in(folder.resolve("here"))).as("put once").isEqualTo(file);
            try (Recording recording = Recording.open(file)) {
                assertThat(recording.damage()).as(sample.file()).isNull();
                assertThat(recording.gaps()).as(sample.file()).isZero();
                assertThat(recording.status()).as(sample.file()).isEqualTo(RunStatus.SUCCESS);
                assertThat(recording.runs()).as(sample.file()).hasSize(runs(sample));
                assertThat(kinds(recording)).doesNotContainKeys(EventKind.UNKNOWN, EventKind.MALFORMED);
                for (String answer : List.of("info", "assistant", "schemas", "graph", "state", "run")) {
                    assertThat(recording.answer(answer))
                            .as("%s of %s", answer, sample.file())
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void areTheRunsOfTheJavaScriptServer(@Js RealServer real) throws Exception {
        for (SampleCapture sample : SampleCapture.values()) {
            if (sample != SampleCapture.TOOL_CALLS) {
                compare(real, sample);
            }
        }
    }

    @Test
    void areTheRunsOfThePythonServer(@Python RealServer real) throws Exception {
        compare(real, SampleCapture.TOOL_CALLS);
    }

    private void compare(RealServer real, SampleCapture sample) throws Exception {
        Path again = folder.resolve(sample.file());
        record(real, sample, again);
        if ("update".equals(System.getProperty("threadline.samples"))) {
            Files.createDirectories(BUNDLED);
            Files.deleteIfExists(BUNDLED.resolve(sample.file()));
            Files.copy(again, BUNDLED.resolve(sample.file()));
            return;
        }
        try (Recording now = Recording.open(again);
                Recording bundled = Recording.open(sample.in(folder.resolve("bundled")))) {
            assertThat(kinds(now)).as(sample.file()).isEqualTo(kinds(bundled));
        }
    }

    /// How often each kind of event came; heartbeats are no events.
    private static Map<EventKind, Integer> kinds(Recording recording) {
        Map<EventKind, Integer> kinds = new LinkedHashMap<>();
        for (EventKind kind : EventKind.values()) {
            int count = 0;
            for (int i = 0; i < recording.log().size(); i++) {
                count += recording.log().kind(i) == kind ? 1 : 0;
            }
            if (count > 0) {
                kinds.put(kind, count);
            }
        }
        return kinds;
    }

    private static int runs(SampleCapture sample) {
        return sample == SampleCapture.TWO_QUESTIONS || sample == SampleCapture.RETRIES ? 2 : 1;
    }

    private static void record(RealServer real, SampleCapture sample, Path file) throws Exception {
        String graph = switch (sample) {
            case FAN_OUT -> "research";
            case TWO_QUESTIONS -> "approval";
            case HANDOFFS -> "supervisor";
            case RETRIES -> "flaky";
            case TOOL_CALLS -> "tools";
            case LARGE_STATE -> "bigstate";
        };
        try (AgentServer server = new AgentServer(new Deployment("local dev", real.address(), List.of()))) {
            String thread = server.createThread().threadId();
            CaptureInfo info = new CaptureInfo("local dev", real.address().toString(), graph, thread, Clock.now());
            try (Recording recording = Recording.create(file, info)) {
                run(server, recording, request(graph, input(sample, thread)));
                if (sample == SampleCapture.TWO_QUESTIONS) {
                    JsonObject answers = answers(server, thread);
                    assertThat(answers.members()).hasSize(2);
                    run(
                            server,
                            recording,
                            request(graph, "null")
                                    .change()
                                    .command(new JsonObject(Map.of("resume", answers)))
                                    .build());
                }
                if (sample == SampleCapture.RETRIES) {
                    run(
                            server,
                            recording,
                            request(graph, input(sample, thread).replace("\"fail_times\":2", "\"fail_times\":0")));
                }
            }
        }
    }

    private static void run(AgentServer server, Recording recording, RunRequest request) throws Exception {
        Session.start(server, recording, request).ended().get(2, TimeUnit.MINUTES);
    }

    private static RunRequest request(String graph, String input) throws Exception {
        List<String> modes = new ArrayList<>(RunRequest.DEFAULT_MODES);
        if (graph.equals("flaky")) {
            // Attempts of a retried node show in the events alone.
            modes.add("events");
        }
        return RunRequest.of(graph).input(Json.parse(input)).modes(modes).build();
    }

    private static String input(SampleCapture sample, String thread) {
        return switch (sample) {
            case FAN_OUT ->
                "{\"question\":\"Which jar holds the most cookies?\",\"sources\":[" + sources() + "],"
                        + "\"options\":{\"progress_steps\":4,\"order\":\"by_weight\"}}";
            case TWO_QUESTIONS ->
                "{\"variant\":\"parallel\",\"request\":{\"title\":\"Team snacks\",\"currency\":\"EUR\",\"items\":["
                        + "{\"sku\":\"COOKIE-7\",\"quantity\":12,\"unit_price\":1.5},"
                        + "{\"sku\":\"TEA-2\",\"quantity\":3,\"unit_price\":4.2}]}}";
            case HANDOFFS -> "{\"task\":\"the history of tea\",\"step_delay_ms\":120}";
            // A key of its own: other tests fill the server's cache, too.
            case RETRIES -> "{\"fail_times\":2,\"cached\":{\"key\":\"" + thread + "\",\"cost_ms\":300}}";
            case TOOL_CALLS -> "{\"messages\":[{\"role\":\"user\",\"content\":\"Should I cycle to work tomorrow?\"}]}";
            case LARGE_STATE -> "{\"sections\":6,\"items\":12,\"steps\":24,\"delay_ms\":40}";
        };
    }

    private static String sources() {
        List<String> sources = new ArrayList<>();
        List<String> kinds = List.of("web", "paper", "database", "interview");
        for (int i = 1; i <= 12; i++) {
            sources.add("{\"name\":\"" + kinds.get(i % 4) + " " + i + "\",\"kind\":\"" + kinds.get(i % 4)
                    + "\",\"duration_ms\":" + 150 * (1 + i * 5 % 12) + ",\"weight\":" + i / 16.0 + "}");
        }
        return String.join(",", sources);
    }

    private static JsonObject answers(AgentServer server, String thread) throws Exception {
        Map<String, JsonValue> answers = new LinkedHashMap<>();
        for (var task : server.state(thread, true).tasks()) {
            for (JsonValue question : task.interrupts()) {
                String id = ((JsonString) ((JsonObject) question).get("id")).value();
                answers.put(id, Json.parse("{\"approved\":true,\"comment\":\"fine, " + task.name() + "\"}"));
            }
        }
        return new JsonObject(answers);
    }
}
