package dev.threadline.capture;

import dev.threadline.words.Words;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Where deleted captures lie until they are deleted for good: a hidden folder inside theirs, so that taking one out is
/// a rename and putting it back is one, too.
///
/// Blocks; any thread.
public final class CaptureTrash {
    private static final Words WORDS = Words.of(CaptureTrash.class);
    private static final String FOLDER = ".deleted";

    private CaptureTrash() {}

    /// A deleted capture.
    ///
    /// @param was where it was
    /// @param is where it lies
    public record Deleted(Path was, Path is) {
        /// What it was called.
        public String name() {
            return CaptureFolder.name(was);
        }

        /// Puts it back.
        ///
        /// @throws CaptureFailure.NotWritten where that can't be done, because its name is taken, for one
        public void restore() throws CaptureFailure {
            if (Files.exists(was)) {
                throw new CaptureFailure.NotWritten(WORDS.text("folder.name-taken", name()), null);
            }
            new CaptureParts(is).moveTo(was);
            remove(is);
        }

        /// Deletes it for good.
        public void purge() {
            try {
                new CaptureParts(is).delete();
            } catch (IOException e) {
                // It is tried again at the next start.
            }
            remove(is);
        }
    }

    /// Takes a capture away.
    ///
    /// @throws CaptureFailure.NotWritten where somebody writes it, or its folder forbids it
    public static Deleted take(Path file) throws CaptureFailure {
        Path folder = file.resolveSibling(FOLDER).resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CaptureFailure.NotWritten(WORDS.text("parts.not-moved", CaptureFolder.name(file), e), e);
        }
        Path to = folder.resolve(file.getFileName());
        try {
            new CaptureParts(file).moveTo(to);
        } catch (CaptureFailure e) {
            remove(to);
            throw e;
        }
        return new Deleted(file, to);
    }

    /// Deletes for good what a window that was killed has left behind.
    public static void purgeAll(CaptureFolder captures) {
        Path trash = captures.path().resolve(FOLDER);
        if (!Files.isDirectory(trash)) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(trash)) {
            for (Path folder : folders) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                    for (Path file : files) {
                        Files.deleteIfExists(file);
                    }
                }
                Files.deleteIfExists(folder);
            }
            Files.deleteIfExists(trash);
        } catch (IOException e) {
            // It is tried again at the next start.
        }
    }

    /// Removes the folder of a capture that is gone from it, and the trash where that was the last one.
    private static void remove(Path gone) {
        try {
            Files.deleteIfExists(gone.resolveSibling(".").normalize());
            Files.deleteIfExists(gone.resolveSibling("..").normalize());
        } catch (IOException e) {
            // Not empty.
        }
    }
}
