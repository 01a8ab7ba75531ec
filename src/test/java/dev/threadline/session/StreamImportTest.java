package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.CaptureFolder;
import dev.threadline.run.RunStatus;
import dev.threadline.server.DeliveredEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamImportTest {
    private static final Path RECORDINGS = Path.of("src/test/recordings");

    @TempDir
    Path folder;

    @Test
    void everyRecordedStreamIsThereEventForEvent() throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(RECORDINGS)) {
            files = all.filter(StreamImport::fits).toList();
        }
        assertThat(files).hasSizeGreaterThan(300);
        for (Path file : files) {
            List<DeliveredEvent> events = DeliveredEvent.of(Files.readAllBytes(file));
            if (events.isEmpty()) {
                continue;
            }
            try (Recording recording = read(file)) {
                assertThat(Sse.of(recording, 1)).as(file.toString()).isEqualTo(events);
                assertThat(recording.status().ended()).as(file.toString()).isTrue();
            }
        }
    }

    @Test
    void aFileThatBreaksOffKeepsWhatItHas() throws Exception {
        Path whole = RECORDINGS.resolve("js/joke/mode-values.sse");
        String text = Files.readString(whole);
        Path cut = Files.writeString(folder.resolve("cut.sse"), text.substring(0, text.length() - 20));
        try (Recording recording = read(cut)) {
            assertThat(recording.log().size())
                    .isEqualTo(DeliveredEvent.of(Files.readAllBytes(whole)).size() - 1);
            assertThat(recording.status()).isEqualTo(RunStatus.UNKNOWN);
            assertThat(recording.run(1).error()).contains("in the middle of an event");
        }
    }

    @Test
    void aFileWithoutEventsIsRefusedAndLeavesNothing() throws Exception {
        Path other = Files.writeString(folder.resolve("notes.sse"), "Some notes.\n\nNot events.\n");
        assertThatThrownBy(() -> read(other))
                .isInstanceOf(CaptureFailure.class)
                .hasMessageContaining("notes.sse holds no events");
        assertThatThrownBy(() -> read(folder.resolve("none.sse"))).isInstanceOf(CaptureFailure.class);
        assertThat(new CaptureFolder(folder.resolve("captures")).list()).isEmpty();
    }

    private Recording read(Path file) throws CaptureFailure {
        return StreamImport.read(file, new CaptureFolder(folder.resolve("captures")));
    }
}
