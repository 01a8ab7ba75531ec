package dev.threadline.capture;

import dev.threadline.words.Words;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/// The making of a capture's file.
final class NewFile {
    private static final Words WORDS = Words.of(NewFile.class);

    private NewFile() {}

    /// Makes a file without events, and folders above it.
    ///
    /// @return the right to write it
    /// @throws CaptureFailure.NotWritten where it exists already or can't be made
    static WriterLock make(Path file, CaptureInfo info) throws CaptureFailure {
        // Locked before it exists, so that nobody else becomes its writer.
        WriterLock lock = null;
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            lock = WriterLock.acquire(file);
            if (lock == null) {
                throw new IOException(WORDS.text("capture.no-lock"));
            }
            Files.createFile(file);
            fill(file, info);
            return lock;
        } catch (IOException | SQLException e) {
            if (lock != null) {
                lock.close();
            }
            throw new CaptureFailure.NotWritten(sentence(file, e), e);
        }
    }

    private static String sentence(Path file, Exception e) {
        if (e instanceof FileAlreadyExistsException && Files.exists(file)) {
            return WORDS.text("capture.exists", file);
        }
        // The messages of these name the path alone.
        String reason = switch (e) {
            case SQLException sql -> Database.reason(sql);
            case FileAlreadyExistsException _ -> WORDS.text("capture.no-folder");
            case AccessDeniedException _ -> WORDS.text("capture.denied");
            default -> String.valueOf(e.getMessage());
        };
        return WORDS.text("capture.not-made", file, reason);
    }

    /// Removes a file that could not be filled.
    static void remove(Path file, WriterLock lock) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // An unfinished file is left; it says of itself that it has no events.
        }
        lock.close();
    }

    /// Adds a line of the ledger that speaks of the whole file.
    static void remark(Connection connection, String sentence) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO connection(run, after_seq, at, kind, detail) VALUES (0, 0, 0, ?, ?)")) {
            insert.setString(1, ConnectionEntry.Kind.COMMENT.name());
            insert.setString(2, sentence);
            insert.executeUpdate();
        }
    }

    private static void fill(Path file, CaptureInfo info) throws SQLException, IOException {
        try (Connection connection = Database.writing(file)) {
            Schema.create(connection);
            insertInfo(connection, info);
        } catch (SQLException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void insertInfo(Connection connection, CaptureInfo info) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO info(key, value) VALUES (?, ?)")) {
            for (var value : Map.of(
                            "deployment", info.deployment(),
                            "address", info.address(),
                            "assistant", info.assistant(),
                            "created_at", Long.toString(info.createdAt()))
                    .entrySet()) {
                insert.setString(1, value.getKey());
                ExactText.bind(insert, 2, value.getValue());
                insert.executeUpdate();
            }
            if (info.threadId() != null) {
                insert.setString(1, "thread_id");
                ExactText.bind(insert, 2, info.threadId());
                insert.executeUpdate();
            }
        }
    }

    /// A path in a folder where nothing stands, no lock either, as of a capture that was removed while it is written:
    /// the
    /// name, or the name with a number.
    static Path free(Path folder, String name) {
        String stem = name.endsWith(CaptureFolder.EXTENSION)
                ? name.substring(0, name.length() - CaptureFolder.EXTENSION.length())
                : name;
        Path path = folder.resolve(name);
        for (int number = 2; Files.exists(path) || Files.exists(WriterLock.beside(path)); number++) {
            path = folder.resolve(stem + "-" + number + CaptureFolder.EXTENSION);
        }
        return path;
    }
}
