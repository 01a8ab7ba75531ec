package dev.threadline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureFolderTest {
    @TempDir
    Path path;

    @Test
    void theSameThreadOfTheSameDeploymentGoesOnInItsCapture() throws Exception {
        CaptureFolder folder = new CaptureFolder(path.resolve("new/captures"));
        assertThat(folder.list()).isEmpty();
        Path first;
        try (Capture capture = folder.captureFor(Samples.INFO)) {
            first = capture.file();
            assertThat(first).hasFileName("joke-0123456789ab.threadline");
            try (Capture beside = folder.captureFor(Samples.INFO)) {
                assertThat(beside.file()).hasFileName("joke-0123456789ab-2.threadline");
            }
        }
        try (Capture again = folder.captureFor(Samples.INFO)) {
            assertThat(again.file()).isEqualTo(first);
        }
        CaptureInfo elsewhere =
                new CaptureInfo("staging", "https://staging.example", "joke", Samples.INFO.threadId(), 5);
        try (Capture other = folder.captureFor(elsewhere)) {
            assertThat(other.file()).hasFileName("joke-0123456789ab-3.threadline");
        }
        assertThat(folder.list())
                .hasSize(3)
                .allSatisfy(item -> assertThat(item.failure()).isNull())
                .extracting(CaptureFolder.Item::info)
                .containsOnly(Samples.INFO, elsewhere);
    }

    @Test
    void aStatelessRunHasItsOwnCaptureAndASafeName() throws Exception {
        CaptureFolder folder = new CaptureFolder(path);
        CaptureInfo info = new CaptureInfo("local", "http://127.0.0.1:2024", "../a b/ü:*?", null, 5);
        try (Capture one = folder.captureFor(info);
                Capture two = folder.captureFor(info)) {
            assertThat(one.file()).isNotEqualTo(two.file());
            assertThat(one.file().getParent()).isEqualTo(path);
            assertThat(one.file().getFileName().toString()).matches("---a-b-ü----[0-9a-f]{12}\\.threadline");
        }
    }

    @Test
    void whatIsNoCaptureIsListedWithItsReason() throws Exception {
        Files.writeString(path.resolve("notes.threadline"), "notes");
        assertThat(new CaptureFolder(path).list()).singleElement().satisfies(item -> {
            assertThat(item.info()).isNull();
            assertThat(item.size()).isEqualTo(5);
            assertThat(item.failure()).hasMessageContaining("is not a Threadline capture");
        });
    }

    @Test
    void eachSystemHasItsFolder() {
        Path home = Path.of("/home/ada");
        assertThat(CaptureFolder.of("Linux", home, Map.of()).path())
                .isEqualTo(home.resolve(".local/share/threadline/captures"));
        assertThat(CaptureFolder.of("Linux", home, Map.of("XDG_DATA_HOME", "/data"))
                        .path())
                .isEqualTo(Path.of("/data/threadline/captures"));
        assertThat(CaptureFolder.of("Linux", home, Map.of("XDG_DATA_HOME", "relative"))
                        .path())
                .isEqualTo(home.resolve(".local/share/threadline/captures"));
        assertThat(CaptureFolder.of("Mac OS X", home, Map.of()).path())
                .isEqualTo(home.resolve("Library/Application Support/Threadline/Captures"));
        assertThat(CaptureFolder.of("Windows 11", home, Map.of("LOCALAPPDATA", "/local"))
                        .path())
                .isEqualTo(Path.of("/local/Threadline/Captures"));
    }
}
