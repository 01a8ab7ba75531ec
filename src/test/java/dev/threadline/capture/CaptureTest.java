package dev.threadline.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureTest {
    @TempDir
    Path folder;

    @Test
    void everythingComesBackExactly() throws Exception {
        Path file = folder.resolve("odd name %3F?#ü.threadline");
        List<String> texts = new ArrayList<>();
        for (long seed = 0; seed < 2_000; seed++) {
            texts.add(Samples.text(new Random(seed)));
        }
        texts.add("\"" + "\uD83D\uDE00ü".repeat(3_000_000) + "\uDE00\"");
        texts.add("x".repeat(30_000_000));
        RunRecord run = new RunRecord(1, "r", "joke", "{\"input\":\"\0\uD83D\"}", 7, 9, "failed", "\uDE00");
        ConnectionEntry line = new ConnectionEntry(1, 3, 8, ConnectionEntry.Kind.TAIL, "data: \uD83D");
        Answer answer = new Answer(0, "info", 4, "{\"a\":\"\0\"}");
        try (Capture capture = Capture.create(file, Samples.INFO)) {
            capture.put(run);
            for (int i = 0; i < texts.size(); i++) {
                capture.append(Samples.facts(i + 1, texts.get(i)), texts.get(i));
                assertThat(capture.data(i + 1)).isEqualTo(texts.get(i));
            }
            capture.add(line);
            capture.put(answer);
            assertThat(capture.problem()).isNull();
        }
        assertThat(folder).isDirectoryContaining(f -> f.equals(file)).isDirectoryNotContaining(f -> !f.equals(file));
        byte[] before = Files.readAllBytes(file);
        try (Capture capture = Capture.open(file)) {
            assertThat(capture.readOnly()).isFalse();
            assertThat(capture.damage()).isNull();
            assertThat(capture.info()).isEqualTo(Samples.INFO);
            assertThat(capture.runs()).containsExactly(run);
            assertThat(capture.ledger()).containsExactly(line);
            assertThat(capture.answers()).containsExactly(answer);
            List<EventFacts> facts = new ArrayList<>();
            capture.forEachFacts(facts::add);
            assertThat(facts).hasSameSizeAs(texts);
            for (int i = 0; i < texts.size(); i++) {
                assertThat(capture.data(i + 1)).as("text %d", i).isEqualTo(texts.get(i));
                assertThat(facts.get(i)).isEqualTo(Samples.facts(i + 1, texts.get(i)));
                String head = capture.head(i + 1, 3);
                assertThat(texts.get(i)).as("head %d", i).startsWith(head);
                assertThat(head.length()).isBetween(Math.min(2, texts.get(i).length()), 3);
            }
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void anEmptyHeadIsEmptyAndALongOneIsTheWhole() throws Exception {
        try (Capture capture = Capture.create(folder.resolve("a.threadline"), Samples.INFO)) {
            capture.append(Samples.facts(1, "[1,2]"), "[1,2]");
            capture.flush();
            assertThat(capture.head(1, 0)).isEmpty();
            assertThat(capture.head(1, 5)).isEqualTo("[1,2]");
            assertThat(capture.head(1, 500)).isEqualTo("[1,2]");
            assertThatThrownBy(() -> capture.data(2))
                    .isInstanceOf(CaptureFailure.NotRead.class)
                    .hasMessageContaining("event 2");
        }
    }

    @Test
    void whatIsAppendedReachesTheDiskByItselfAndASecondOpenerReadsIt() throws Exception {
        Path file = folder.resolve("a.threadline");
        try (Capture capture = Capture.create(file, Samples.INFO)) {
            capture.append(Samples.facts(1, "1"), "1");
            Waiting.until(() -> {
                try (Capture second = Capture.open(file)) {
                    List<EventFacts> facts = new ArrayList<>();
                    second.forEachFacts(facts::add);
                    assertThat(second.readOnly()).isTrue();
                    assertThatThrownBy(() -> second.append(Samples.facts(2, "2"), "2"))
                            .isInstanceOf(IllegalStateException.class);
                    return facts.size() == 1 && second.data(1).equals("1");
                }
            });
            capture.append(Samples.facts(2, "2"), "2");
        }
        try (Capture again = Capture.open(file)) {
            assertThat(again.readOnly()).isFalse();
            again.append(Samples.facts(3, "3"), "3");
            again.flush();
            assertThat(again.data(2)).isEqualTo("2");
            assertThat(again.data(3)).isEqualTo("3");
        }
    }

    @Test
    void aRunAndAnAnswerAreReplacedNotRepeated() throws Exception {
        Path file = folder.resolve("a.threadline");
        try (Capture capture = Capture.create(file, Samples.INFO)) {
            capture.put(new RunRecord(1, null, "joke", "{}", 7, 0, "running", null));
            capture.put(new RunRecord(1, "id", "joke", "{}", 7, 8, "success", null));
            capture.put(new Answer(1, "state", 1, "{}"));
            capture.put(new Answer(1, "state", 2, "[]"));
        }
        try (Capture capture = Capture.open(file)) {
            assertThat(capture.runs()).containsExactly(new RunRecord(1, "id", "joke", "{}", 7, 8, "success", null));
            assertThat(capture.answers()).containsExactly(new Answer(1, "state", 2, "[]"));
        }
    }

    @Test
    void otherProgramsReadTheEventsInWords() throws Exception {
        Path file = folder.resolve("a.threadline");
        try (Capture capture = Capture.create(file, Samples.INFO)) {
            capture.append(Samples.facts(1, "[1]"), "[1]");
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT name, kind, mode, namespace, node, step, flags, data"
                        + " FROM events JOIN payloads USING (seq)")) {
            assertThat(row.getString("name")).isEqualTo("debug|team:1");
            assertThat(row.getString("kind")).isEqualTo("TASK_START");
            assertThat(row.getString("mode")).isEqualTo("debug");
            assertThat(row.getString("namespace")).isEqualTo("team:1");
            assertThat(row.getString("node")).isNull();
            assertThat(row.getInt("step")).isEqualTo(1);
            assertThat(row.getString("flags")).isEqualTo("masked token");
            assertThat(row.getString("data")).isEqualTo("[1]");
        }
    }

    @Test
    void aDiscardedCaptureLeavesNothing() throws Exception {
        Capture.create(folder.resolve("a.threadline"), Samples.INFO).discard();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anExistingFileIsNotOverwritten() throws Exception {
        Path file = Files.writeString(folder.resolve("a.threadline"), "mine");
        assertThatThrownBy(() -> Capture.create(file, Samples.INFO))
                .isInstanceOf(CaptureFailure.NotWritten.class)
                .hasMessage("The file " + file + " exists already.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void theFormatsPageNamesEveryFlagKindAndLedgerEntry() throws Exception {
        String page = Files.readString(Path.of("docs/capture-format.md"));
        for (EventFlag flag : EventFlag.values()) {
            assertThat(page).contains(flag.name().toLowerCase(java.util.Locale.ROOT) + " " + flag.bit());
        }
        for (EventKind kind : EventKind.values()) {
            assertThat(page).containsPattern("\\b" + kind.name() + "\\b");
        }
        for (ConnectionEntry.Kind kind : ConnectionEntry.Kind.values()) {
            assertThat(page).contains("`" + kind.name() + "`");
        }
    }
}
