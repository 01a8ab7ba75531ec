package dev.threadline.cli;

import dev.threadline.words.Words;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What went wrong with a file, in sentences without names of exceptions.
final class FileWords {
    private static final Words WORDS = Words.of(FileWords.class);

    private FileWords() {}

    /// There is no such file.
    static String none(String file) {
        return WORDS.text("file.none", file);
    }

    /// Why a file can't be read.
    static String unread(String file, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> none(file);
            case CharacterCodingException _ -> WORDS.text("file.not-text", file);
            case AccessDeniedException _ -> WORDS.text("file.unread.because", file, WORDS.text("file.not-allowed"));
            default -> {
                String reason = reason(e);
                yield reason == null
                        ? WORDS.text("file.unread", file)
                        : WORDS.text("file.unread.because", file, reason);
            }
        };
    }

    /// Why a file can't be written.
    static String unwritten(Path file, IOException e) {
        Path folder = file.toAbsolutePath().getParent();
        return switch (e) {
            case NoSuchFileException _
            when folder != null && !Files.isDirectory(folder) -> WORDS.text("file.no-folder", folder);
            case NotDirectoryException _ -> WORDS.text("file.not-folder", String.valueOf(folder));
            case AccessDeniedException _ -> WORDS.text("file.unwritten.because", file, WORDS.text("file.not-allowed"));
            default -> {
                String reason = reason(e);
                yield reason == null
                        ? WORDS.text("file.unwritten", file)
                        : WORDS.text("file.unwritten.because", file, reason);
            }
        };
    }

    private static @Nullable String reason(IOException e) {
        @Nullable String said = e instanceof FileSystemException of ? of.getReason() : e.getMessage();
        if (said == null || said.isBlank()) {
            return null;
        }
        String reason = said.strip();
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
