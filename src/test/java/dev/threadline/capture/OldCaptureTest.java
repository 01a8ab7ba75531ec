package dev.threadline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of format 1, as it was written by the Threadline of that time from a run on the Python server.
class OldCaptureTest {
    private static final int EVENTS = 66;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void copy() throws Exception {
        file = folder.resolve("old.threadline");
        try (var old = OldCaptureTest.class.getResourceAsStream("version-1.threadline")) {
            Files.copy(old, file);
        }
    }

    @Test
    void anOldFileIsReadAndNotChangedByIt() throws Exception {
        byte[] before = Files.readAllBytes(file);
        try (Capture capture = Capture.open(file)) {
            assertThat(capture.readOnly()).isFalse();
            List<EventFacts> facts = facts(capture);
            assertThat(facts).hasSize(EVENTS);
            assertThat(facts.get(0).kind()).isEqualTo(EventKind.RUN_STARTED);
            assertThat(facts).anyMatch(f -> f.id() != null && f.id().matches("\\d{13}-\\d+"));
            assertThat(capture.data(EVENTS)).hasSize((int) facts.getLast().size());
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void anOldFileThatIsWrittenBecomesANewOneWithAllThatItHeld() throws Exception {
        List<String> inWords = query();
        List<EventFacts> facts;
        List<String> payloads = new ArrayList<>();
        try (Capture capture = Capture.open(file)) {
            facts = facts(capture);
            for (EventFacts f : facts) {
                payloads.add(capture.data(f.seq()));
            }
            capture.append(Samples.facts(EVENTS + 1, "[1]"), "[1]");
            capture.flush();
            assertThat(capture.data(1)).isEqualTo(payloads.getFirst());
        }
        facts.add(Samples.facts(EVENTS + 1, "[1]"));
        payloads.add("[1]");
        try (Capture capture = Capture.open(file)) {
            assertThat(facts(capture)).isEqualTo(facts);
            for (EventFacts f : facts) {
                assertThat(capture.data(f.seq())).isEqualTo(payloads.get((int) f.seq() - 1));
            }
        }
        assertThat(query()).hasSize(EVENTS + 1).containsAll(inWords);
        assertThat(FileHeader.read(file).version()).isEqualTo(Schema.VERSION);
    }

    private static List<EventFacts> facts(Capture capture) throws CaptureFailure {
        List<EventFacts> facts = new ArrayList<>();
        capture.forEachFacts(facts::add);
        return facts;
    }

    private List<String> query() throws Exception {
        List<String> rows = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery("SELECT seq || ' ' || ifnull(id, '-') || ' ' || name || kind || mode ||"
                            + " namespace || ifnull(node, '-') || ifnull(task, '-') || ifnull(ref, '-') || flags FROM"
                            + " events ORDER BY seq")) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
