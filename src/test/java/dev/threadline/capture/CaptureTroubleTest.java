package dev.threadline.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureTroubleTest {
    @TempDir
    Path folder;

    @Test
    void aHeldFileIsReportedThenWrittenAfterAll() throws Exception {
        Path file = folder.resolve("a.threadline");
        try (Capture capture = Capture.create(file, Samples.INFO)) {
            capture.append(Samples.facts(1, "1"), "1");
            capture.flush();
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                    var statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                capture.append(Samples.facts(2, "2"), "2");
                Waiting.until(() -> capture.problem() != null);
                assertThat(capture.problem())
                        .isInstanceOf(CaptureFailure.NotWritten.class)
                        .hasMessageContaining("another program holds it");
                capture.append(Samples.facts(3, "3"), "3");
                assertThat(capture.data(2)).isEqualTo("2");
                assertThat(capture.data(3)).isEqualTo("3");
                statement.execute("ROLLBACK");
            }
            Waiting.until(() -> capture.problem() == null);
        }
        assertThat(read(file)).extracting(EventFacts::seq).containsExactly(1L, 2L, 3L);
    }

    @Test
    void beyondTheMemoryLimitTheOldestPayloadsAreLetGoAndFactsKept() throws Exception {
        Path file = folder.resolve("a.threadline");
        String big = "x".repeat(10 << 20);
        try (Capture capture = Capture.create(file, Samples.INFO)) {
            capture.append(Samples.facts(1, "1"), "1");
            capture.flush();
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                    var statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                capture.append(Samples.facts(2, "2"), "2");
                Waiting.until(() -> capture.problem() != null);
                for (int seq = 3; seq <= 10; seq++) {
                    capture.append(Samples.facts(seq, big), big);
                }
                assertThat(capture.problem())
                        .hasMessageContaining("another program holds it")
                        .hasMessageContaining("older ones are lost");
                assertThat(capture.data(10)).isEqualTo(big);
                assertThatThrownBy(() -> capture.data(3)).hasMessageContaining("was not kept");
                statement.execute("ROLLBACK");
            }
            Waiting.until(() -> String.valueOf(capture.problem()).contains("the payloads of 3 events are lost"));
            assertThat(((CaptureFailure.NotWritten) capture.problem()).reason()).isEmpty();
        }
        assertThat(read(file)).hasSize(10);
        try (Capture capture = Capture.open(file)) {
            assertThat(capture.data(1)).isEqualTo("1");
            assertThat(capture.data(5)).isEqualTo(big);
            assertThat(capture.data(10)).isEqualTo(big);
            assertThatThrownBy(() -> capture.data(4)).hasMessage("The payload of event 4 is not in " + file + ".");
        }
    }

    @Test
    void aRemovedFolderIsReportedWhileTheRunGoesOn() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        try (Capture capture = Capture.create(home.resolve("a.threadline"), Samples.INFO)) {
            capture.append(Samples.facts(1, "1"), "1");
            capture.flush();
            try (var files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            capture.append(Samples.facts(2, "2"), "2");
            Waiting.until(() -> capture.problem() != null);
            assertThat(capture.problem()).hasMessageContaining("was removed or replaced");
            capture.append(Samples.facts(3, "3"), "3");
            assertThat(capture.data(1)).isEqualTo("1");
            assertThat(capture.data(3)).isEqualTo("3");
        }
    }

    @Test
    void aKilledWriterLeavesAllThatWasWritten() throws Exception {
        Path file = folder.resolve("a.threadline");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long flushed;
        try (var lines = child.inputReader()) {
            flushed = Long.parseLong(lines.readLine());
            lines.readLine();
            child.destroyForcibly().waitFor();
        }
        List<EventFacts> facts = new ArrayList<>();
        try (Capture capture = Capture.open(file)) {
            assertThat(capture.damage()).isNull();
            assertThat(capture.readOnly()).isFalse();
            capture.forEachFacts(facts::add);
            assertThat(facts).hasSizeGreaterThanOrEqualTo((int) flushed);
            for (int i = 0; i < facts.size(); i++) {
                assertThat(facts.get(i).seq()).isEqualTo(i + 1);
                assertThat(capture.data(i + 1)).isEqualTo(KilledWriter.data(i + 1));
            }
        }
        assertThat(folder).isDirectoryNotContaining(f -> !f.equals(file));
        assertThat(read(file)).isEqualTo(facts);
    }

    private static List<EventFacts> read(Path file) throws Exception {
        List<EventFacts> facts = new ArrayList<>();
        try (Capture capture = Capture.open(file)) {
            capture.forEachFacts(facts::add);
        }
        return facts;
    }
}
