package dev.threadline.session;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.CaptureFolder;
import dev.threadline.capture.CaptureInfo;
import dev.threadline.capture.RunRecord;
import dev.threadline.protocol.SavedStream;
import dev.threadline.protocol.StreamEnd;
import dev.threadline.run.RunStatus;
import dev.threadline.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The making of a recording from an event stream that was saved to a file.
///
/// A file says nothing of when its events arrived: the time it was last written stands for all.
public final class StreamImport {
    /// How such files are named, with the dot.
    public static final String EXTENSION = ".sse";

    private static final Words WORDS = Words.of(StreamImport.class);

    private StreamImport() {}

    /// Whether a file is named as an event stream.
    public static boolean fits(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    }

    /// A recording of its own in the folder, with all that the file holds; blocks.
    ///
    /// @throws CaptureFailure where the file can't be read or holds no event, or the recording can't be made
    public static Recording read(Path file, CaptureFolder folder) throws CaptureFailure {
        String name = file.getFileName().toString();
        String assistant = fits(file) ? name.substring(0, name.length() - EXTENSION.length()) : name;
        long at = written(file);
        Recording recording = Recording.in(folder, new CaptureInfo(name, "", assistant, null, at));
        try {
            recording.put(new RunRecord(1, null, assistant, "{}", at, 0, RunStatus.STARTING.word(), null));
            Verdict verdict = verdict(recording, file, at);
            recording.put(Runs.with(recording.run(1), verdict.status(), at, verdict.words()));
            recording.settle();
            return recording;
        } catch (CaptureFailure | RuntimeException e) {
            recording.discard();
            throw e;
        }
    }

    private static Verdict verdict(Recording recording, Path file, long at) throws CaptureFailure {
        Intake intake = new Intake(recording, 1, id -> {}, null);
        try {
            SavedStream.read(file, at, intake);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, e);
        }
        if (recording.log().size() == 0) {
            throw new CaptureFailure.NotRead(WORDS.text("stream-import.empty", file.getFileName()), null);
        }
        return intake.end() instanceof StreamEnd.Completed end && end.cutTail() != null
                ? new Verdict(RunStatus.UNKNOWN, WORDS.text("stream-import.cut"))
                : Verdict.ofStream(intake.interrupted(), intake.error());
    }

    private static long written(Path file) throws CaptureFailure {
        try {
            return Files.getLastModifiedTime(file).toMillis() * 1000;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static CaptureFailure unreadable(Path file, Exception cause) {
        return new CaptureFailure.NotRead(WORDS.text("stream-import.unreadable", file, cause.toString()), cause);
    }
}
