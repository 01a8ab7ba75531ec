package dev.threadline.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The table of payloads that are too large to be held in memory: their bytes in UTF-8, cut into parts of 4 MB.
///
/// The table is made with the first of them. For one thread at a time.
final class Parts {
    private static final int BYTES = 4 << 20;
    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS parts(seq INTEGER NOT NULL, number INTEGER NOT NULL,"
                    + " data BLOB NOT NULL, PRIMARY KEY (seq, number))";

    private final Connection connection;
    private @Nullable PreparedStatement select;

    Parts(Connection connection) {
        this.connection = connection;
    }

    /// Writes a payload from its file. A file that is not there leaves the event without one.
    void write(long seq, Path file) throws SQLException {
        make(connection);
        try (InputStream in = Files.newInputStream(file);
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT OR REPLACE INTO parts(seq, number, data) VALUES (?, ?, ?)")) {
            int number = 0;
            for (byte[] part = in.readNBytes(BYTES); part.length > 0; part = in.readNBytes(BYTES)) {
                insert.setLong(1, seq);
                insert.setInt(2, number++);
                insert.setBytes(3, part);
                insert.executeUpdate();
            }
        } catch (IOException e) {
            // Nobody can bring it back; its facts are kept all the same, and no half of it passes for the whole.
            Database.execute(connection, "DELETE FROM parts WHERE seq = " + seq);
        }
    }

    /// A part of a payload by its number from 0, or null where there is none.
    byte @Nullable [] part(long seq, int number) throws SQLException {
        if (select == null) {
            if (!in(connection)) {
                return null;
            }
            select = connection.prepareStatement("SELECT data FROM parts WHERE seq = ? AND number = ?");
        }
        select.setLong(1, seq);
        select.setInt(2, number);
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getBytes(1) : null;
        }
    }

    /// The events between two numbers, both included, that have such a payload, in order.
    LongStream between(long from, long to) throws SQLException {
        LongStream.Builder seqs = LongStream.builder();
        if (in(connection)) {
            try (PreparedStatement look = connection.prepareStatement(
                    "SELECT seq FROM parts WHERE number = 0 AND seq BETWEEN ? AND ? ORDER BY seq")) {
                look.setLong(1, from);
                look.setLong(2, to);
                try (ResultSet rows = look.executeQuery()) {
                    while (rows.next()) {
                        seqs.add(rows.getLong(1));
                    }
                }
            }
        }
        return seqs.build();
    }

    /// Makes the table in a file.
    static void make(Connection connection) throws SQLException {
        Database.execute(connection, TABLE);
    }

    /// Whether a file has the table.
    static boolean in(Connection connection) throws SQLException {
        try (PreparedStatement look = connection.prepareStatement(
                        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'parts'");
                ResultSet rows = look.executeQuery()) {
            return rows.next();
        }
    }
}
