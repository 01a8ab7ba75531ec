package dev.threadline.capture;

import dev.threadline.words.Words;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/// Connections to a capture's file.
final class Database {
    private static final Words WORDS = Words.of(Database.class);
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int BUSY_MILLIS = 2_000;

    private Database() {}

    /// For writing; the file must exist.
    static Connection writing(Path file) throws SQLException {
        return connect(file, "?mode=rw", BUSY_MILLIS);
    }

    /// For reading, beside a writer or after one; never changes the file.
    static Connection reading(Path file) throws SQLException {
        return connect(file, "?mode=ro", BUSY_MILLIS);
    }

    /// For reading what is left of a damaged file, or of one in a folder where nothing can be written: the log beside
    /// the file is not looked at and a missing end is tolerated. Never changes the file.
    static Connection salvaging(Path file) throws SQLException {
        Connection connection = connect(file, "?mode=ro&immutable=1", 0);
        try (Statement statement = connection.createStatement()) {
            // Without it SQLite refuses the whole file when its end is missing.
            statement.execute("PRAGMA writable_schema = ON");
        }
        return connection;
    }

    /// The lock that makes this process the one writer, on a side file.
    static Connection locking(Path lockFile) throws SQLException {
        Connection connection = connect(lockFile, "?mode=rw", 0);
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
        } catch (SQLException e) {
            close(connection);
            throw e;
        }
        return connection;
    }

    private static Connection connect(Path file, String options, int busyMillis) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(busyMillis);
        // As an address, so that '?', '%' and '#' in a file's name stay part of the name.
        String address = file.toAbsolutePath().toUri().getRawPath();
        return config.createConnection("jdbc:sqlite:file:" + address + options);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Closes without a word: what mattered was committed before.
    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A capture did not close.", e);
        }
    }

    /// Whether the failure tells of a broken file.
    static boolean damaged(SQLException e) {
        int code = e.getErrorCode() & 0xFF;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /// The failure in words that follow a colon.
    static String reason(SQLException e) {
        return switch (SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xFF)) {
            case SQLITE_FULL -> WORDS.text("reason.full");
            case SQLITE_READONLY, SQLITE_PERM -> WORDS.text("reason.read-only");
            case SQLITE_CANTOPEN -> WORDS.text("reason.not-opened");
            case SQLITE_BUSY, SQLITE_LOCKED -> WORDS.text("reason.busy");
            case SQLITE_IOERR -> WORDS.text("reason.disk");
            case SQLITE_CORRUPT, SQLITE_NOTADB -> WORDS.text("reason.damaged");
            case SQLITE_TOOBIG -> WORDS.text("reason.too-big");
            default -> String.valueOf(e.getMessage());
        };
    }
}
