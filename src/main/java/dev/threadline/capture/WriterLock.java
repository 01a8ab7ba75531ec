package dev.threadline.capture;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The right to write a capture, held by one opener at a time; let go when the process ends, however it ends.
///
/// It is SQLite's own file lock on an empty file beside the capture (`-lock`), because on Unix a lock of Java's
/// on a file is lost as soon as anything else in the process closes that file.
final class WriterLock implements AutoCloseable {
    private final Path file;
    private final Connection connection;

    private WriterLock(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// The lock, or null where another opener has it or nothing can be written beside the capture.
    static @Nullable WriterLock acquire(Path capture) {
        Path file = beside(capture);
        // The holder removes the file when it lets go, perhaps between our opening and locking it: look again.
        for (int attempt = 0; attempt < 10; attempt++) {
            try {
                Object before = create(file);
                Connection connection = Database.locking(file);
                if (Files.exists(file) && Objects.equals(before, key(file))) {
                    return new WriterLock(file, connection);
                }
                Database.close(connection);
            } catch (IOException | SQLException e) {
                if (Files.exists(file)
                        || !Files.isWritable(file.toAbsolutePath().getParent())) {
                    return null;
                }
            }
        }
        return null;
    }

    /// Whether an opener has the lock, in this process or another one.
    static boolean held(Path capture) {
        if (!Files.exists(beside(capture))) {
            return false;
        }
        WriterLock lock = acquire(capture);
        if (lock == null) {
            return true;
        }
        lock.close();
        return false;
    }

    /// The file of the lock.
    static Path beside(Path capture) {
        return capture.resolveSibling(capture.getFileName() + "-lock");
    }

    private static @Nullable Object create(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // Held by another, or left by a process that was killed: the lock decides.
        }
        return key(file);
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Where open files can't be removed it stays behind, empty; the next holder uses it.
        }
        Database.close(connection);
    }
}
