package dev.threadline.capture;

import dev.threadline.words.Words;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Reads single payloads from a capture's file; any thread, one at a time.
final class CaptureReader {
    private static final Words WORDS = Words.of(CaptureReader.class);
    private final Path file;
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();
    private final PreparedStatement whole;
    private final PreparedStatement head;
    private final Unpacking packed;
    private boolean closed;

    CaptureReader(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        whole = connection.prepareStatement("SELECT data FROM payloads WHERE seq = ?");
        // A BLOB is cut in bytes, three of which are enough for a character.
        head = connection.prepareStatement(
                "SELECT iif(typeof(data) = 'text', substr(data, 1, ?1), substr(data, 1, ?1 * 3)) FROM payloads"
                        + " WHERE seq = ?2");
        packed = new Unpacking(connection);
    }

    String data(long seq) throws CaptureFailure {
        return read(seq, () -> {
            whole.setLong(1, seq);
            String text = plain(whole);
            return text == null ? text(packed.bytes(seq)) : text;
        });
    }

    String head(long seq, int chars) throws CaptureFailure {
        // One character more, so that a pair at the edge is seen whole.
        int more = chars + 1;
        String text = read(seq, () -> {
            head.setInt(1, more);
            head.setLong(2, seq);
            String plain = plain(head);
            return plain == null ? text(packed.head(seq, (int) Math.min(more * 3L, Integer.MAX_VALUE - 8))) : plain;
        });
        return text.length() <= chars ? text : cut(text, chars);
    }

    private static @Nullable String plain(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? ExactText.read(rows, 1) : null;
        }
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : ExactText.decode(bytes, bytes.length);
    }

    /// The first `chars` characters; one fewer where that would split a pair.
    static String cut(String text, int chars) {
        if (text.length() <= chars) {
            return text;
        }
        boolean splits = chars > 0
                && Character.isHighSurrogate(text.charAt(chars - 1))
                && Character.isLowSurrogate(text.charAt(chars));
        return text.substring(0, splits ? chars - 1 : chars);
    }

    /// Takes hold of the files that a writer has just begun, so that they can be read even when their folder goes.
    void touch() {
        try {
            data(0);
        } catch (CaptureFailure e) {
            // There is no event 0; the look alone was wanted.
        }
    }

    private String read(long seq, Look look) throws CaptureFailure {
        lock.lock();
        try {
            if (closed) {
                throw new CaptureFailure.NotRead(WORDS.text("payload.closed", file), null);
            }
            String text = look.text();
            if (text == null) {
                throw new CaptureFailure.NotRead(WORDS.text("payload.missing", Long.toString(seq), file), null);
            }
            return text;
        } catch (SQLException e) {
            throw Database.damaged(e)
                    ? new CaptureFailure.Damaged(WORDS.text("payload.damaged", Long.toString(seq), file), e)
                    : new CaptureFailure.NotRead(
                            WORDS.text("payload.unreadable", Long.toString(seq), file, Database.reason(e)), e);
        } finally {
            lock.unlock();
        }
    }

    /// Copies all that the file holds into another, new one; payloads wait meanwhile.
    ///
    /// @return whether all could be read
    /// @throws SQLException where the other file can't be written
    boolean copyTo(Connection other, boolean plain) throws SQLException {
        lock.lock();
        try {
            return !closed && Transfer.copy(connection, other, plain);
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            if (!closed) {
                packed.close();
            }
            closed = true;
            Database.close(connection);
        } finally {
            lock.unlock();
        }
    }

    /// One look into the file, which may find nothing.
    private interface Look {
        @Nullable
        String text() throws SQLException;
    }
}
