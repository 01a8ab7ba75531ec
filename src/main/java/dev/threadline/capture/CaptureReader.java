package dev.threadline.capture;

import dev.threadline.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
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
    private final Parts parts;
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
        parts = new Parts(connection);
    }

    /// The data of an event; with the bytes of a large one that is not in the file yet.
    String data(long seq, @Nullable InputStream waiting) throws CaptureFailure {
        return read(seq, () -> {
            if (waiting != null) {
                return large(waiting, in -> LargeText.data(seq, in));
            }
            whole.setLong(1, seq);
            String text = plain(whole);
            text = text == null ? text(packed.bytes(seq)) : text;
            return text == null && isLarge(seq) ? large(bytes(seq), in -> LargeText.data(seq, in)) : text;
        });
    }

    String head(long seq, int chars, @Nullable InputStream waiting) throws CaptureFailure {
        // One character more, so that a pair at the edge is seen whole.
        int more = chars + 1;
        String text = read(seq, () -> {
            if (waiting != null) {
                return large(waiting, in -> LargeText.head(in, chars));
            }
            head.setInt(1, more);
            head.setLong(2, seq);
            String some = plain(head);
            some = some == null ? text(packed.head(seq, (int) Math.min(more * 3L, Integer.MAX_VALUE - 8))) : some;
            return some == null && isLarge(seq) ? large(bytes(seq), in -> LargeText.head(in, chars)) : some;
        });
        return text.length() <= chars ? text : cut(text, chars);
    }

    /// The data of an event of any size, as it is asked for.
    Reader reader(long seq, @Nullable InputStream waiting) throws CaptureFailure {
        if (waiting != null) {
            return LargeText.reader(waiting);
        }
        boolean large = read(seq, () -> Boolean.toString(isLarge(seq))).equals("true");
        return large ? LargeText.reader(bytes(seq)) : new StringReader(data(seq, null));
    }

    private boolean isLarge(long seq) throws SQLException {
        return parts.part(seq, 0) != null;
    }

    private InputStream bytes(long seq) {
        return new LargeText(number -> part(seq, number));
    }

    private byte @Nullable [] part(long seq, int number) throws CaptureFailure {
        byte[][] part = new byte[1][];
        read(seq, () -> {
            part[0] = parts.part(seq, number);
            return "";
        });
        return part[0];
    }

    private static String large(InputStream bytes, Reading reading) throws CaptureFailure {
        try (bytes) {
            return reading.text(bytes);
        } catch (IOException e) {
            throw e.getCause() instanceof CaptureFailure failure
                    ? failure
                    : new CaptureFailure.NotRead(String.valueOf(e.getMessage()), e);
        }
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
            data(0, null);
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
        String text() throws SQLException, CaptureFailure;
    }

    /// What is made of the bytes of a large payload.
    private interface Reading {
        String text(InputStream bytes) throws IOException, CaptureFailure;
    }
}
