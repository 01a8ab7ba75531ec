package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.capture.Capture;
import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.CaptureInfo;
import dev.threadline.capture.EventFacts;
import dev.threadline.run.RunStatus;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A capture that is read on while it is shown.
class OpeningTest {
    private static final int EVENTS = 30_000;

    @TempDir
    Path folder;

    private Path big() throws CaptureFailure {
        Path file = folder.resolve("big.threadline");
        BigCapture.write(file, EVENTS);
        return file;
    }

    @Test
    void tellsAtOnceHowManyEventsThereAreAndHasThemAllInTheEnd() throws Exception {
        Path file = big();
        try (Recording recording = Recording.open(file)) {
            assertThat(recording.events()).isEqualTo(EVENTS);
            assertThat(recording.log().size()).isBetween(4096, EVENTS);
            assertThat(recording.runs()).hasSize(2).allMatch(run -> RunStatus.of(run.status()) == RunStatus.SUCCESS);
            recording.awaitWhole();
            assertThat(recording.reading()).isFalse();
            assertThat(recording.log().size()).isEqualTo(EVENTS);
            assertThat(recording.events()).isEqualTo(EVENTS);
        }
        List<EventFacts> all = new ArrayList<>();
        try (Capture capture = Capture.read(file);
                Recording recording = Recording.read(file)) {
            capture.forEachFacts(all::add);
            for (int i = 0; i < EVENTS; i++) {
                assertThat(recording.log().facts(i)).isEqualTo(all.get(i));
            }
        }
    }

    @Test
    void closingEndsTheReading() throws Exception {
        Recording recording = Recording.open(big());
        recording.close();
        assertThat(recording.reading()).isFalse();
        int there = recording.log().size();
        assertThat(there).isBetween(4096, EVENTS);
        assertThat(Files.exists(folder.resolve("big.threadline-lock"))).isFalse();
    }

    @Test
    void theSameThreadIsWrittenToOnlyAfterAllIsRead() throws Exception {
        Path file = big();
        CaptureInfo info = Capture.peek(file);
        try (Recording recording = Recording.in(new dev.threadline.capture.CaptureFolder(folder), info)) {
            assertThat(recording.reading()).isFalse();
            assertThat(recording.log().size()).isIn(0, EVENTS);
        }
    }

    @Test
    void damageThatIsMetLateBecomesKnownLate() throws Exception {
        Path file = big();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long length = bytes.length();
            for (long at = length / 2; at < length; at += 4096) {
                bytes.seek(at / 4096 * 4096);
                bytes.write(new byte[64]);
            }
        }
        try (Recording recording = Recording.open(file)) {
            recording.awaitWhole();
            assertThat(recording.damage()).isNotNull();
            assertThat(recording.readOnly()).isTrue();
            assertThat(recording.log().size()).isBetween(1, EVENTS - 1);
            assertThatThrownBy(() -> recording.append(recording.log().facts(0), "{}"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
