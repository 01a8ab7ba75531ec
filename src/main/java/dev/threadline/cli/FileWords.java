package dev.threadline.cli;

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
    private FileWords() {}

    /// There is no such file.
    static String none(String file) {
        return "There is no file " + file + ".";
    }

    /// Why a file can't be read.
    static String unread(String file, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> none(file);
            case CharacterCodingException _ -> file + " is not UTF-8 text.";
            case AccessDeniedException _ -> file + " can't be read: it is not allowed.";
            default -> file + " can't be read" + because(e);
        };
    }

    /// Why a file can't be written.
    static String unwritten(Path file, IOException e) {
        Path folder = file.toAbsolutePath().getParent();
        return switch (e) {
            case NoSuchFileException _
            when folder != null && !Files.isDirectory(folder) -> "There is no folder " + folder + ".";
            case NotDirectoryException _ -> folder + " is not a folder.";
            case AccessDeniedException _ -> file + " can't be written: it is not allowed.";
            default -> file + " can't be written" + because(e);
        };
    }

    private static String because(IOException e) {
        @Nullable String said = e instanceof FileSystemException of ? of.getReason() : e.getMessage();
        return said == null || said.isBlank()
                ? "."
                : ": " + said.strip() + (said.strip().endsWith(".") ? "" : ".");
    }
}
