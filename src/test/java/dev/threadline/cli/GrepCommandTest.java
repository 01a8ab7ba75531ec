package dev.threadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.Needle;
import dev.threadline.json.Json;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.panel.Recorded;
import dev.threadline.session.FileSearch;
import dev.threadline.session.Recording;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `grep` over a recorded run.
class GrepCommandTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void record() throws Exception {
        file = folder.resolve("c.threadline");
        Recorded.into(file, Set.of())
                .run("supervisor/all-modes-subgraphs", "success")
                .event("custom", "{\"said\":\"say \\\"hi\\\" to \\u00c9va\\u001b[2J\"}")
                .open()
                .close();
    }

    private Ran grep(String... arguments) {
        String[] line = new String[arguments.length + 2];
        line[0] = "grep";
        line[1] = file.toString();
        System.arraycopy(arguments, 0, line, 2, arguments.length);
        return Ran.of(line);
    }

    @Test
    void aLineForEachEventThatHoldsTheText() throws Exception {
        Ran ran = grep("history of tea");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        long holding;
        try (Recording recording = Recording.read(file)) {
            holding = 0;
            for (int i = 0; i < recording.log().size(); i++) {
                String data = recording.payloads().data(recording.log().seq(i));
                holding += data.contains("history of tea") ? 1 : 0;
            }
        }
        assertThat(holding).isGreaterThan(10);
        assertThat(ran.out().lines()).hasSize((int) holding).allMatch(line -> line.contains("history of tea"));
        assertThat(ran.out()).doesNotContain("\u001b");
        assertThat(grep("-c", "history of tea").out()).isEqualTo(holding + "\n");
        FileSearch.Found found = FileSearch.search(file, Needle.of("history of tea", false), () -> true);
        assertThat(found.events()).isEqualTo((int) holding);
        assertThat(ran.out().strip()).startsWith(found.first() + "  ");
    }

    @Test
    void nodeAndModeNarrowIt() {
        Ran all = grep("history of tea");
        Ran ran = grep("history of tea", "--node", "score", "--mode", "updates");
        assertThat(ran.out().lines()).isNotEmpty().allMatch(line -> line.contains("updates") && line.contains("score"));
        assertThat(ran.out().lines().count()).isLessThan(all.out().lines().count());
        assertThat(grep("", "--node", "score", "-c").out()).isNotEqualTo("0\n");
        assertThat(grep("history of tea", "--node", "nobody").code()).isEqualTo(1);
    }

    @Test
    void whatJsonEscapesIsFoundAndNothingReachesTheTerminal() {
        Ran ran = grep("-i", "SAY \"HI\" to éva");
        assertThat(ran.out()).contains("say \\\"hi\\\" to \\u00c9va").doesNotContain("\u001b");
        assertThat(grep("SAY \"HI\"").code()).isEqualTo(1);
        assertThat(grep("SAY \"HI\"").out()).isEmpty();
    }

    @Test
    void jsonIsAnObjectALine() throws Exception {
        Ran ran = grep("--json", "say \"hi\"");
        JsonObject line = (JsonObject) Json.parse(ran.out());
        assertThat(line.members().keySet())
                .containsExactly("seq", "run", "received_at", "mode", "node", "namespace", "before", "match", "after");
        assertThat(Json.write(line.members().get("match"))).isEqualTo("\"say \\\\\\\"hi\\\\\\\"\"");
    }

    @Test
    void onATerminalTheMatchIsColouredAndProgressIsPaintedOver() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Cli.run(
                List.of("grep", file.toString(), "history of tea"),
                new Surroundings(Map.of(), out, new PrintWriter(err), true));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\u001b[1;31mhistory of tea\u001b[0m");
        assertThat(err.toString()).contains("100% · ").endsWith("\r\u001b[K");
    }

    @Test
    void troubleIsCode2() throws Exception {
        Ran gone = Ran.of("grep", folder.resolve("gone").toString(), "x");
        assertThat(gone.code()).isEqualTo(2);
        assertThat(gone.err()).startsWith("There is no file ");
        assertThat(grep("x".repeat(1001)).err()).startsWith("The pattern is longer than ");
        assertThat(Ran.of("grep", file.toString()).code()).isEqualTo(2);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
        Ran cut = grep("\"");
        assertThat(cut.code()).isEqualTo(2);
        assertThat(cut.out().lines()).isNotEmpty();
        assertThat(cut.err()).contains("is cut").doesNotContain("\tat ");
    }

    @Test
    void asAProcessItTakesNoLockAndEndsWithItsCode() throws Exception {
        try (Recording open = Recording.open(file)) {
            assertThat(open.readOnly()).isFalse();
            Process child = process("no such words");
            assertThat(child.waitFor()).isEqualTo(1);
        }
        Process child = process("history of tea");
        String out = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        assertThat(out).isEqualTo(grep("history of tea").out());
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    private Process process(String pattern) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CliProcess.class.getName(),
                        "grep",
                        file.toString(),
                        pattern)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
