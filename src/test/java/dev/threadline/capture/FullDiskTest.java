package dev.threadline.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full, or read-only: a small file system where this process may mount one, else a file that another
/// program holds, which ends in the same way.
class FullDiskTest {
    @TempDir
    Path folder;

    private Path small;
    private Path other;
    private SmallDisk disk;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        small = Files.createDirectory(folder.resolve("small"));
        other = Files.createDirectory(folder.resolve("other"));
        disk = new SmallDisk(small);
        mounted = disk.mounted();
    }

    @AfterEach
    void unmount() throws Exception {
        disk.close();
    }

    /// What zstd makes little of.
    private static String data(long seq) {
        StringBuilder data = new StringBuilder();
        new Random(seq).ints(20_000, 1, 128).forEach(c -> data.append((char) c));
        return data.toString();
    }

    /// Records until the disk refuses; gives the last event's number.
    private long fill(Capture capture) throws Exception {
        Trouble trouble = mounted ? null : new Trouble(capture.file());
        long seq = 0;
        while (capture.problem() == null && seq < 2_000) {
            seq++;
            capture.append(Samples.facts(seq, data(seq)), data(seq));
            if (seq % 20 == 0) {
                capture.flush();
                if (trouble != null && seq == 60) {
                    trouble.begin();
                }
            }
        }
        assertThat(capture.problem()).isInstanceOf(CaptureFailure.NotWritten.class);
        return seq;
    }

    /// Another program that holds a file, until this process ends.
    private record Trouble(Path file, java.sql.Connection connection) {
        Trouble(Path file) throws Exception {
            this(file, java.sql.DriverManager.getConnection("jdbc:sqlite:" + file));
        }

        void begin() throws Exception {
            connection.createStatement().execute("BEGIN IMMEDIATE");
        }
    }

    private static void assertHolds(Capture capture, long events) throws Exception {
        List<EventFacts> facts = new ArrayList<>();
        capture.forEachFacts(facts::add);
        assertThat(facts).hasSize((int) events);
        for (int seq = 1; seq <= events; seq++) {
            assertThat(facts.get(seq - 1)).isEqualTo(Samples.facts(seq, data(seq)));
            assertThat(capture.data(seq).equals(data(seq))).as("event %d", seq).isTrue();
        }
    }

    @Test
    void aFullDiskIsToldAndRecordingGoesOnInAnotherFolderWithAllThatThereWas() throws Exception {
        Path file = small.resolve("a.threadline");
        long last;
        try (Capture capture = Capture.create(file, Samples.INFO)) {
            capture.put(new RunRecord(1, "id", "joke", "{}", 7, 0, "running", null));
            last = fill(capture);
            assertThat(((CaptureFailure.NotWritten) capture.problem()).reason())
                    .isEqualTo(mounted ? "the disk is full" : "another program holds it");
            assertThat(capture.written()).isBetween(20L, last);
            assertThatThrownBy(() -> capture.continueIn(Files.createFile(folder.resolve("no-folder"))))
                    .isInstanceOf(CaptureFailure.NotWritten.class);
            assertThat(capture.file()).isEqualTo(file);
            capture.continueIn(other);
            assertThat(capture.file()).isEqualTo(other.resolve("a.threadline"));
            capture.append(Samples.facts(++last, data(last)), data(last));
            assertThat(capture.data(1)).isEqualTo(data(1));
            capture.flush();
            assertThat(capture.problem()).isNull();
            assertHolds(capture, last);
        }
        try (Capture capture = Capture.open(other.resolve("a.threadline"))) {
            assertThat(capture.runs()).hasSize(1);
            assertThat(capture.damage()).isNull();
            assertHolds(capture, last);
        }
        try (Capture capture = Capture.read(file)) {
            List<EventFacts> facts = new ArrayList<>();
            capture.forEachFacts(facts::add);
            assertThat(capture.damage()).isNull();
            assertThat(facts).hasSizeBetween(20, (int) last);
            assertThat(capture.data(facts.size())).isEqualTo(data(facts.size()));
        }
    }

    @Test
    void whenThereIsRoomAgainAllThatWaitedIsWritten() throws Exception {
        if (!mounted) {
            // Held and let go: CaptureTroubleTest.
            return;
        }
        Path ballast = Files.write(small.resolve("ballast"), new byte[900_000]);
        Path file = small.resolve("a.threadline");
        long last = 40;
        try (Capture capture = Capture.create(file, Samples.INFO)) {
            for (long seq = 1; seq <= last; seq++) {
                capture.append(Samples.facts(seq, data(seq)), data(seq));
            }
            capture.flush();
            if (capture.problem() == null) {
                last = fillMore(capture, last);
            }
            Files.delete(ballast);
            Waiting.until(() -> capture.problem() == null);
            assertHolds(capture, last);
        }
    }

    private static long fillMore(Capture capture, long from) {
        long seq = from;
        while (capture.problem() == null && seq < 90) {
            seq++;
            capture.append(Samples.facts(seq, data(seq)), data(seq));
            capture.flush();
        }
        assertThat(capture.problem()).isNotNull();
        return seq;
    }

    @Test
    void aFolderThatBecomesReadOnlyIsToldAndLeft() throws Exception {
        Path file = small.resolve("a.threadline");
        try (Capture capture = Capture.create(file, Samples.INFO)) {
            // Root heeds no permissions: a read-only mount over the folder; everybody else heeds them.
            boolean readOnly = mounted
                    ? disk.readOnly()
                    : file.toFile().setReadOnly() && small.toFile().setReadOnly();
            assertThat(readOnly).isTrue();
            capture.append(Samples.facts(1, "1"), "1");
            capture.flush();
            assertThat(capture.problem()).isInstanceOf(CaptureFailure.NotWritten.class);
            assertThat(capture.data(1)).isEqualTo("1");
            capture.continueIn(other);
            capture.append(Samples.facts(2, "2"), "2");
            capture.flush();
            assertThat(capture.problem()).isNull();
            assertThat(capture.data(1)).isEqualTo("1");
            assertThat(capture.data(2)).isEqualTo("2");
        } finally {
            small.toFile().setWritable(true);
        }
    }

    @Test
    void aRemovedFileIsReadThroughWhatIsStillOpenAndGoesOnElsewhere() throws Exception {
        Path file = small.resolve("a.threadline");
        try (Capture capture = Capture.create(file, Samples.INFO)) {
            capture.append(Samples.facts(1, "1"), "1");
            capture.flush();
            for (String end : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling("a.threadline" + end));
            }
            capture.append(Samples.facts(2, "2"), "2");
            Waiting.until(() -> capture.problem() != null);
            capture.continueIn(other);
            capture.append(Samples.facts(3, "3"), "3");
            capture.flush();
            assertThat(capture.problem()).isNull();
            for (int seq = 1; seq <= 3; seq++) {
                assertThat(capture.data(seq)).isEqualTo(Integer.toString(seq));
            }
        }
        assertThat(file).doesNotExist();
        assertThat(other.resolve("a.threadline")).exists();
    }

    @Test
    void anExportHoldsEveryPayloadPlain() throws Exception {
        Path file = other.resolve("a.threadline");
        String state = "{\"state\":\"" + "word ".repeat(3_000) + "\uD83D\"}";
        try (Capture capture = Capture.create(file, Samples.INFO)) {
            for (int seq = 1; seq <= 70; seq++) {
                capture.append(Samples.facts(seq, state + seq), state + seq);
            }
            capture.flush();
            assertThat(capture.exportPlain(other.resolve("plain.threadline"))).isTrue();
        }
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + other.resolve("plain.threadline"));
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT (SELECT count(*) FROM packed), (SELECT count(*) FROM payloads)")) {
            assertThat(row.getInt(1)).isZero();
            assertThat(row.getInt(2)).isEqualTo(70);
        }
        try (Capture plain = Capture.open(other.resolve("plain.threadline"))) {
            assertThat(plain.data(70)).isEqualTo(state + 70);
        }
    }
}
