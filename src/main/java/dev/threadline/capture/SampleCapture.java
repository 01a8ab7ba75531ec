package dev.threadline.capture;

import dev.threadline.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A capture that comes with the program: a run of a sample agent, recorded from a real server. They show what the
/// built-in demo can't do, and need no server to look at.
public enum SampleCapture {
    /// One task for each of twelve sources, all at once (Send).
    FAN_OUT("fan-out"),
    /// Two questions to people at the same time, and the run after the answers.
    TWO_QUESTIONS("two-questions"),
    /// Teams as subgraphs of a supervisor.
    HANDOFFS("handoffs"),
    /// A node that fails twice before it works, and a second run whose lookup comes from the cache.
    RETRIES("retries"),
    /// A model that calls tools, one of them broken; recorded from the Python server.
    TOOL_CALLS("tool-calls"),
    /// A large state with a small change in every step.
    LARGE_STATE("large-state");

    private static final Words WORDS = Words.of(SampleCapture.class);

    private final String file;

    SampleCapture(String name) {
        this.file = name + CaptureFolder.EXTENSION;
    }

    /// The file's name.
    public String file() {
        return file;
    }

    /// The capture as a file of a folder, put there where it isn't yet; blocks.
    ///
    /// @throws CaptureFailure where it can't be written
    public Path in(Path folder) throws CaptureFailure {
        Path to = folder.resolve(file);
        try (InputStream bundled = SampleCapture.class.getResourceAsStream("/dev/threadline/samples/" + file)) {
            if (bundled == null) {
                throw new IllegalStateException(file + " is not bundled");
            }
            if (!Files.exists(to)) {
                Files.createDirectories(folder);
                Path part = Files.createTempFile(folder, file, null);
                Files.copy(bundled, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
            }
            return to;
        } catch (IOException e) {
            throw new CaptureFailure.NotWritten(WORDS.text("sample.not-written", to, e.toString()), e);
        }
    }
}
