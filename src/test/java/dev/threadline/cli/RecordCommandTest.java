package dev.threadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.Waiting;
import dev.threadline.json.Json;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.RunInfo;
import dev.threadline.protocol.RunRequest;
import dev.threadline.server.DeliveredEvent;
import dev.threadline.server.Js;
import dev.threadline.server.Python;
import dev.threadline.server.RealServer;
import dev.threadline.server.RealServers;
import dev.threadline.server.RecordingTap;
import dev.threadline.session.Recording;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `record` and `export` against real servers.
@ExtendWith(RealServers.class)
class RecordCommandTest {
    @TempDir
    Path folder;

    private Ran record(RealServer real, Path out, String assistant, String... more) {
        return record(Map.of(), real.address().toString(), out, assistant, more);
    }

    private Ran record(Map<String, String> environment, String url, Path out, String assistant, String... more) {
        List<String> line = new java.util.ArrayList<>(
                List.of("record", "--url", url, "--assistant", assistant, "--out", out.toString()));
        line.addAll(List.of(more));
        return Ran.with(environment, line.toArray(String[]::new));
    }

    @Test
    void aRunIsRecordedAndExportedAsItWasDelivered(@Js RealServer real) throws Exception {
        Path input = Files.writeString(folder.resolve("input.json"), "{\"topic\":\"tea\"}");
        Path out = folder.resolve("joke.threadline");
        try (RecordingTap tap = new RecordingTap(real.address())) {
            Ran ran = record(
                    Map.of(),
                    tap.address().toString(),
                    out,
                    "joke",
                    "--input",
                    "@" + input,
                    "--stream-mode",
                    "values,custom");
            assertThat(ran.err()).startsWith("The run ended well.").contains("events in " + out + ".");
            assertThat(ran.code()).isZero();
            assertThat(ran.out()).isEmpty();
            List<DeliveredEvent> delivered = tap.streams().getFirst().events();
            assertThat(delivered)
                    .extracting(DeliveredEvent::name)
                    .contains("values")
                    .doesNotContain("debug");
            Ran sse = Ran.of("export", out.toString(), "--format", "sse");
            assertThat(sse.code()).isZero();
            assertThat(DeliveredEvent.of(sse.out().getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(delivered);
            assertThat(delivered.getLast().data()).contains("\"topic\":\"tea");
        }
        Path lines = folder.resolve("joke.jsonl");
        assertThat(Ran.of("export", out.toString(), "--format", "jsonl", "--run", "1", "--out", lines.toString())
                        .code())
                .isZero();
        JsonObject first = (JsonObject) Json.parse(Files.readAllLines(lines).getFirst());
        assertThat(first.members().keySet())
                .containsExactly("seq", "received_at", "id", "event", "namespace", "node", "task_id", "step", "data");
        Ran beyond = Ran.of("export", out.toString(), "--format", "sse", "--run", "2");
        assertThat(beyond.code()).isEqualTo(2);
        assertThat(beyond.err()).contains("holds one run, number 1, not 2.");
    }

    @Test
    void atAnInterruptJavaScript(@Js RealServer real) throws Exception {
        waits(real);
    }

    @Test
    void atAnInterruptPython(@Python RealServer real) throws Exception {
        waits(real);
    }

    private void waits(RealServer real) throws Exception {
        Path out = folder.resolve("approval.threadline");
        Ran ran = record(real, out, "approval", "--input", "{\"variant\":\"single\"}");
        assertThat(ran.err()).startsWith("The run stopped at an interrupt in ").contains(" and waits for an answer.");
        assertThat(ran.code()).isZero();
        try (Recording recording = Recording.open(out)) {
            assertThat(recording.status().word()).isEqualTo("waiting");
        }
    }

    @Test
    void aRunThatWasStartedElsewhereIsJoined(@Js RealServer real) throws Exception {
        try (AgentServer server = new AgentServer(real.deployment())) {
            RunInfo run = server.createRun(
                    server.createThread().threadId(),
                    RunRequest.of("joke").input(Json.parse("{}")).build());
            Path out = folder.resolve("joined.threadline");
            String[] line = {
                "record", "--url", real.address().toString(), "--out", out.toString(), "--join", run.runId()
            };
            assertThat(Ran.of(line).err()).contains("--join needs the thread of the run: --thread.");
            String[] whole = Stream.concat(Stream.of(line), Stream.of("--thread", run.threadId()))
                    .toArray(String[]::new);
            Ran ran = Ran.of(whole);
            assertThat(ran.err()).startsWith("The run ended well.");
            assertThat(ran.code()).isZero();
            try (Recording recording = Recording.open(out)) {
                assertThat(recording.gaps()).isZero();
                assertThat(recording.runs())
                        .singleElement()
                        .satisfies(it -> assertThat(it.runId()).isEqualTo(run.runId()));
            }
        }
    }

    @Test
    void aFailedRunIsCode1(@Js RealServer real) {
        Ran ran = record(real, folder.resolve("f.threadline"), "flaky", "--input", "{\"fail_forever\":true}");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).startsWith("The run failed: TransientError: unstable failed");
    }

    @Test
    void refusalsAreCode3AndLeaveNoFile(@Js RealServer real) throws Exception {
        Path out = folder.resolve("x.threadline");
        Ran unknown = record(real, out, "nobody");
        assertThat(unknown.code()).isEqualTo(3);
        assertThat(unknown.err())
                .startsWith(real.address().getAuthority() + " has no assistant nobody.\n")
                .doesNotContain("thread", "lists")
                .contains("\nLook at the spelling of --assistant.");
        Ran both = record(real, out, "nobody", "--thread", "9f8a1c60-0000-4000-8000-000000000000");
        assertThat(both.err())
                .contains("no assistant nobody or no thread 9f8a1c60-")
                .contains("--thread.");
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Ran nobody = record(Map.of(), "127.0.0.1:" + free, out, "joke");
        assertThat(nobody.code()).isEqualTo(3);
        assertThat(nobody.err()).contains("127.0.0.1:" + free).doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keysComeFromTheEnvironmentAndAppearNowhere(@Js(auth = true) RealServer real) throws Exception {
        Path out = folder.resolve("x.threadline");
        String url = real.address().toString();
        assertThat(record(Map.of(), url, out, "joke").code()).isEqualTo(3);
        Ran forbidden = record(Map.of("LANGSMITH_API_KEY", "reader-key"), url, out, "joke");
        assertThat(forbidden.code()).isEqualTo(3);
        assertThat(forbidden.err()).doesNotContain("reader-key");
        Ran ran = record(Map.of("LANGSMITH_API_KEY", "demo-key"), url, out, "joke");
        assertThat(ran.err()).startsWith("The run ended well.");
        assertThat(ran.code()).isZero();
        assertThat(new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1))
                .doesNotContain("demo-key");
        Path given = folder.resolve("given.threadline");
        assertThat(record(Map.of("LANGSMITH_API_KEY", "no"), url, given, "joke", "--header", "X-Api-Key: demo-key")
                        .code())
                .isZero();
    }

    @Test
    void theSameThreadGoesOnInItsFileAndNoOtherFileIsOverwritten(@Js RealServer real) throws Exception {
        Path out = folder.resolve("x.threadline");
        String thread = java.util.UUID.randomUUID().toString();
        assertThat(record(real, out, "joke", "--thread", thread, "--input", "{}")
                        .code())
                .isZero();
        assertThat(record(real, out, "joke", "--thread", thread, "--input", "{}")
                        .code())
                .isZero();
        byte[] before = Files.readAllBytes(out);
        Ran other = record(real, out, "joke");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("is the capture of another thread; it is not overwritten.");
        assertThat(Files.readAllBytes(out)).isEqualTo(before);
        try (Recording recording = Recording.open(out)) {
            assertThat(recording.runs()).hasSize(2);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void controlCLeavesAWholeCapture(@Js RealServer real) throws Exception {
        Path out = folder.resolve("x.threadline");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CliProcess.class.getName(),
                        "record",
                        "--url",
                        real.address().toString(),
                        "--assistant",
                        "research",
                        "--input",
                        "{\"sources\":[{\"name\":\"a\",\"kind\":\"paper\",\"duration_ms\":20000}],"
                                + "\"options\":{\"progress_steps\":40}}",
                        "--out",
                        out.toString())
                .start();
        Waiting.until(() -> Files.exists(out) && events(out) > 4);
        new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start().waitFor();
        String err = new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isEqualTo(130);
        assertThat(err).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(out));
        try (Recording recording = Recording.open(out)) {
            assertThat(recording.log().size()).isGreaterThan(4);
            assertThat(recording.lastRun().status()).isEqualTo("unknown");
            assertThat(recording.lastRun().error()).contains("stopped listening");
        }
    }

    private static int events(Path file) {
        try (Recording recording = Recording.open(file)) {
            return recording.log().size();
        } catch (CaptureFailure e) {
            return 0;
        }
    }
}
