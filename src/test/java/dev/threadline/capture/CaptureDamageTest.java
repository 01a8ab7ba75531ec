package dev.threadline.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureDamageTest {
    private static final int EVENTS = 3_000;

    @TempDir
    Path folder;

    private Path whole() throws Exception {
        Path file = folder.resolve("whole.threadline");
        try (Capture capture = Capture.create(file, Samples.INFO)) {
            capture.put(new RunRecord(1, "id", "joke", "{}", 7, 8, "success", null));
            for (int seq = 1; seq <= EVENTS; seq++) {
                capture.append(Samples.facts(seq, data(seq)), data(seq));
                if (seq % 100 == 0) {
                    capture.flush();
                }
            }
        }
        return file;
    }

    private static String data(long seq) {
        return "\"" + "event %d ".formatted(seq).repeat(40) + "\"";
    }

    @Test
    void aCaptureCutInHalfIsReadAsFarAsItGoesAndLeftAsItIs() throws Exception {
        byte[] bytes = Files.readAllBytes(whole());
        Path file = folder.resolve("half.threadline");
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        List<EventFacts> facts = new ArrayList<>();
        try (Capture capture = Capture.open(file)) {
            assertThat(capture.readOnly()).isTrue();
            assertThat(capture.damage())
                    .isEqualTo(file + " is cut: " + bytes.length / 2 + " of " + bytes.length
                            + " bytes are there. What can be read of it is shown; the file is left as it is.");
            assertThat(capture.runs()).hasSize(1);
            capture.forEachFacts(facts::add);
            assertThat(facts).hasSizeBetween(EVENTS / 4, EVENTS * 3 / 4);
            for (EventFacts f : facts) {
                if (!f.name().isEmpty()) {
                    assertThat(f).isEqualTo(Samples.facts(f.seq(), data(f.seq())));
                }
                assertThat(readable(capture, f.seq()) || !f.name().isEmpty()).isTrue();
            }
            assertThatThrownBy(() -> capture.data(EVENTS))
                    .isInstanceOf(CaptureFailure.class)
                    .hasMessageContaining("event " + EVENTS);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(Arrays.copyOf(bytes, bytes.length / 2));
    }

    /// Of a small file the pages of facts may all lie behind the cut: payloads that are left are shown all the same.
    @Test
    void payloadsWithoutTheirFactsAreEventsOfUnknownKind() throws Exception {
        Path file = folder.resolve("small.threadline");
        try (Capture capture = Capture.create(file, Samples.INFO)) {
            capture.put(new RunRecord(1, "id", "joke", "{}", 7, 8, "success", null));
            for (int seq = 1; seq <= 200; seq++) {
                capture.append(Samples.facts(seq, data(seq)), data(seq));
                capture.flush();
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        int lost = 0;
        for (int page = 10; page < bytes.length / 4096; page++) {
            Files.write(file, Arrays.copyOf(bytes, page * 4096));
            List<EventFacts> facts = new ArrayList<>();
            try (Capture capture = Capture.open(file)) {
                capture.forEachFacts(facts::add);
                for (EventFacts f : facts) {
                    assertThat(readable(capture, f.seq()) || !f.name().isEmpty())
                            .isTrue();
                    lost += f.kind() == EventKind.UNKNOWN && f.receivedAt() == 7 ? 1 : 0;
                }
            }
        }
        assertThat(lost).isPositive();
    }

    private static boolean readable(Capture capture, long seq) {
        try {
            return capture.data(seq).equals(data(seq));
        } catch (CaptureFailure e) {
            return false;
        }
    }

    @Test
    void noCutAndNoBrokenPageIsAlteredOrEndsInAnythingButASentence() throws Exception {
        byte[] bytes = Files.readAllBytes(whole());
        Path file = folder.resolve("broken.threadline");
        for (long seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            byte[] broken = Arrays.copyOf(bytes, random.nextBoolean() ? bytes.length : random.nextInt(bytes.length));
            if (broken.length == bytes.length) {
                int page = random.nextInt(1, bytes.length / 4096);
                byte[] noise = new byte[4096];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, broken, page * 4096, 4096);
            }
            Files.write(file, broken);
            List<EventFacts> facts = new ArrayList<>();
            try (Capture capture = Capture.open(file)) {
                capture.runs();
                capture.ledger();
                capture.answers();
                capture.forEachFacts(facts::add);
                for (int seq = 1; seq <= EVENTS; seq += 50) {
                    try {
                        capture.data(seq);
                    } catch (CaptureFailure e) {
                        assertThat(e).as("seed %d", seed).hasMessageEndingWith(".");
                    }
                }
                assertThat(facts.size() == EVENTS || capture.damage() != null)
                        .as("seed %d: what is missing is marked", seed)
                        .isTrue();
            } catch (CaptureFailure e) {
                assertThat(e).as("seed %d", seed).hasMessageEndingWith(".");
            }
            assertThat(Files.readAllBytes(file)).as("seed %d", seed).isEqualTo(broken);
        }
    }

    @Test
    void whatIsNoCaptureIsRefusedWithASentence() throws Exception {
        Path missing = folder.resolve("missing.threadline");
        assertThatThrownBy(() -> Capture.open(missing)).hasMessage("There is no file " + missing + ".");
        assertThatThrownBy(() -> Capture.open(folder)).hasMessage(folder + " is a folder, not a capture.");
        Path empty = Files.createFile(folder.resolve("empty"));
        assertThatThrownBy(() -> Capture.open(empty)).hasMessage(empty + " is empty, not a capture.");
        Path text = Files.writeString(folder.resolve("text"), "SQLite format 3\0, but no more");
        assertThatThrownBy(() -> Capture.open(text)).hasMessage(text + " is not a Threadline capture.");
        Path other = folder.resolve("other");
        sql(other, "CREATE TABLE a(b)");
        assertThatThrownBy(() -> Capture.open(other)).hasMessage(other + " is not a Threadline capture.");
    }

    @Test
    void aNewerFormatIsRefusedWithBothVersions() throws Exception {
        Path file = whole();
        sql(file, "PRAGMA user_version = " + (Schema.VERSION + 1));
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Capture.open(file))
                .isInstanceOf(CaptureFailure.TooNew.class)
                .hasMessage(file + " was written by a newer Threadline: it has format " + (Schema.VERSION + 1)
                        + ", this Threadline reads formats up to " + Schema.VERSION + ".");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private static void sql(Path file, String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
