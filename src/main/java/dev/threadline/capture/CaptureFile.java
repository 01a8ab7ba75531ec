package dev.threadline.capture;

import dev.threadline.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// How the file of a capture has to be read: plainly, or around its damage; never changes it while reading.
final class CaptureFile {
    private static final Words WORDS = Words.of(CaptureFile.class);
    private final Path path;
    private final FileHeader header;
    private boolean immutable;
    private volatile @Nullable String damage;

    private CaptureFile(Path path, FileHeader header) {
        this.path = path;
        this.header = header;
    }

    /// Finds out how to read a file.
    ///
    /// @throws CaptureFailure where nothing of it can be read
    static CaptureFile open(Path path) throws CaptureFailure {
        CaptureFile file = new CaptureFile(path, FileHeader.read(path));
        try (Connection connection = Database.reading(path)) {
            Contents contents = new Contents(connection);
            contents.info();
            contents.runs();
            file.note(contents);
        } catch (SQLException e) {
            if (Database.damaged(e)) {
                file.markDamaged();
            } else if (file.needsNoLog(e)) {
                file.immutable = true;
            } else {
                throw file.notRead(e);
            }
        }
        if (file.damage != null) {
            file.immutable = true;
        }
        return file;
    }

    /// A file in WAL mode can't be read plainly where nothing can be written beside it; without a log it need not be.
    private boolean needsNoLog(SQLException e) {
        int code = e.getErrorCode() & 0xFF;
        boolean refused = code == SQLiteErrorCode.SQLITE_CANTOPEN.code || code == SQLiteErrorCode.SQLITE_READONLY.code;
        return refused && !Files.exists(log());
    }

    Path path() {
        return path;
    }

    @Nullable
    String damage() {
        return damage;
    }

    /// A new connection for reading.
    Connection connect() throws SQLException {
        return immutable ? Database.salvaging(path) : Database.reading(path);
    }

    /// A reader of payloads.
    CaptureReader reader() throws CaptureFailure {
        try {
            return new CaptureReader(path, connect());
        } catch (SQLException e) {
            throw notRead(e);
        }
    }

    /// Reads something through a connection of its own.
    <T> T read(Reading<T> reading) throws CaptureFailure {
        try (Connection connection = connect()) {
            Contents contents = new Contents(connection);
            T result = reading.read(contents);
            note(contents);
            return result;
        } catch (SQLException e) {
            throw notRead(e);
        }
    }

    private void note(Contents contents) {
        if (contents.broken() != null) {
            markDamaged();
        }
    }

    private void markDamaged() {
        damage = header.cut()
                ? WORDS.text("file.cut", path, Long.toString(header.length()), Long.toString(header.expected()))
                : WORDS.text("file.damaged", path);
    }

    CaptureFailure notRead(SQLException e) {
        if (Database.damaged(e)) {
            return new CaptureFailure.Damaged(
                    header.cut()
                            ? WORDS.text(
                                    "file.cut-short",
                                    path,
                                    Long.toString(header.length()),
                                    Long.toString(header.expected()))
                            : WORDS.text("file.broken", path),
                    e);
        }
        return new CaptureFailure.NotRead(WORDS.text("file.unreadable", path, Database.reason(e)), e);
    }

    /// Folds a log that a killed process left beside the file into it; only for the holder of the lock.
    void fold() {
        if (Files.exists(log())) {
            try {
                Inserts.plain(Database.writing(path));
            } catch (SQLException e) {
                // Nothing is lost: the log stays where it is and is read again next time.
            }
        }
    }

    private Path log() {
        return path.resolveSibling(path.getFileName() + "-wal");
    }

    /// Something read from a capture's contents.
    interface Reading<T> {
        /// Reads it.
        T read(Contents contents) throws SQLException;
    }
}
