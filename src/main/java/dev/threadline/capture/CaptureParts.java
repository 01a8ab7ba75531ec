package dev.threadline.capture;

import dev.threadline.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A capture's file with what a killed recorder may have left beside it: they belong together and move together.
///
/// Blocks.
record CaptureParts(Path file) {
    private static final Words WORDS = Words.of(CaptureParts.class);

    /// SQLite's log and its index.
    private static final List<String> BESIDE = List.of("-wal", "-shm");

    /// How long a tab that is being closed may still hold the file.
    private static final long PATIENCE_NANOS = 3_000_000_000L;

    private static final long PAUSE_NANOS = 20_000_000L;

    /// Moves all parts, while nobody can write them.
    ///
    /// @throws CaptureFailure.NotWritten where somebody writes the capture, or a part can't be moved; all are where
    ///     they were then
    void moveTo(Path to) throws CaptureFailure {
        WriterLock lock = lock();
        List<Path[]> moved = new ArrayList<>();
        try {
            for (Path part : parts(file)) {
                Path target = part.equals(file)
                        ? to
                        : to.resolveSibling(to.getFileName()
                                + part.toString().substring(file.toString().length()));
                Files.move(part, target);
                moved.add(new Path[] {part, target});
            }
        } catch (IOException e) {
            moved.forEach(CaptureParts::back);
            throw new CaptureFailure.NotWritten(WORDS.text("parts.not-moved", CaptureFolder.name(file), e), e);
        } finally {
            lock.close();
        }
    }

    private WriterLock lock() throws CaptureFailure {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            WriterLock lock = WriterLock.acquire(file);
            if (lock != null) {
                return lock;
            }
            boolean forbidden = !Files.isWritable(file.toAbsolutePath().getParent());
            if (forbidden || System.nanoTime() > until) {
                String name = CaptureFolder.name(file);
                throw new CaptureFailure.NotWritten(
                        forbidden ? WORDS.text("parts.forbidden", name) : WORDS.text("parts.busy", name), null);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static void back(Path[] move) {
        try {
            Files.move(move[1], move[0]);
        } catch (IOException e) {
            // It stands under its new name then: nothing is lost.
        }
    }

    /// Removes all parts.
    ///
    /// @throws IOException where one can't be removed
    void delete() throws IOException {
        for (Path part : parts(file)) {
            Files.deleteIfExists(part);
        }
    }

    private static List<Path> parts(Path file) {
        List<Path> parts = new ArrayList<>(List.of(file));
        for (String ending : BESIDE) {
            Path part = file.resolveSibling(file.getFileName() + ending);
            if (Files.exists(part)) {
                parts.add(part);
            }
        }
        return parts;
    }
}
