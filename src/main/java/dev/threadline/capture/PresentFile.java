package dev.threadline.capture;

import dev.threadline.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Watches that a file stays where it is: on Unix a removed file goes on taking what is written, and loses it all.
final class PresentFile {
    private static final Words WORDS = Words.of(PresentFile.class);
    private final Path file;
    private final @Nullable Object key;
    private volatile @Nullable CaptureFailure failure;

    PresentFile(Path file) {
        this.file = file;
        this.key = key();
    }

    /// Looks once more.
    void check() {
        boolean there = Files.exists(file) && Objects.equals(key, key());
        failure = there
                ? null
                : new CaptureFailure.NotWritten(WORDS.text("present.gone", file), WORDS.text("present.reason"), null);
    }

    /// What is wrong with the file's place, or null.
    @Nullable
    CaptureFailure failure() {
        return failure;
    }

    private @Nullable Object key() {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }
}
