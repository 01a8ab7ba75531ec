package dev.threadline.capture;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictContentType;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// Reads packed payloads through a connection, remembering some of what others rest on. For one thread at a time.
final class Unpacking implements AutoCloseable {
    private static final long REMEMBERED = 16L << 20;
    private static final byte[] NONE = {};

    private final Connection connection;
    private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
    private final Map<Long, byte[]> whole = new LinkedHashMap<>(16, 0.75f, true);
    private long held;
    private @Nullable PreparedStatement packed;
    private @Nullable PreparedStatement plain;

    Unpacking(Connection connection) {
        this.connection = connection;
    }

    /// A row of the table.
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares or changes them.
    private record Frame(long seq, long base, int size, byte[] data) {}

    /// The bytes of a packed payload, or null where there is none of this number.
    ///
    /// @throws SQLException where it, or what it rests on, can't be read
    byte @Nullable [] bytes(long seq) throws SQLException {
        byte[] known = whole.get(seq);
        Frame frame = known == null ? frame(seq) : null;
        return frame == null ? known : unpack(frame, base(frame));
    }

    /// The first bytes of a packed payload, at most `limit`, or null where there is none of this number.
    byte @Nullable [] head(long seq, int limit) throws SQLException {
        byte[] known = whole.get(seq);
        Frame frame = known == null ? frame(seq) : null;
        if (frame == null || frame.size() <= limit) {
            return frame == null ? known : unpack(frame, base(frame));
        }
        try (var stream = new ZstdInputStream(new ByteArrayInputStream(frame.data()))) {
            byte[] base = base(frame);
            if (base.length > 0) {
                stream.setDict(base);
            }
            stream.setLongMax(27);
            return stream.readNBytes(limit);
        } catch (IOException e) {
            throw broken(frame, e);
        }
    }

    /// What a payload is packed against; payloads between it and the next known one are unpacked on the way.
    private byte[] base(Frame frame) throws SQLException {
        Deque<Frame> chain = new ArrayDeque<>();
        long next = frame.base();
        byte[] bytes = next == 0 ? NONE : whole.get(next);
        while (bytes == null) {
            Frame earlier = frame(next);
            if (earlier == null) {
                bytes = plain(frame, next);
            } else if (earlier.base() >= earlier.seq()) {
                throw broken(frame, null);
            } else {
                chain.push(earlier);
                next = earlier.base();
                bytes = next == 0 ? NONE : whole.get(next);
            }
        }
        for (Frame earlier : chain) {
            bytes = unpack(earlier, bytes);
        }
        return bytes;
    }

    private @Nullable Frame frame(long seq) throws SQLException {
        if (packed == null) {
            if (Schema.version(connection) < 2) {
                return null;
            }
            packed = connection.prepareStatement("SELECT base, size, data FROM packed WHERE seq = ?");
        }
        packed.setLong(1, seq);
        try (ResultSet row = packed.executeQuery()) {
            return row.next() ? new Frame(seq, row.getLong(1), row.getInt(2), row.getBytes(3)) : null;
        }
    }

    private byte[] plain(Frame frame, long seq) throws SQLException {
        if (plain == null) {
            plain = connection.prepareStatement("SELECT CAST(data AS BLOB) FROM payloads WHERE seq = ?");
        }
        plain.setLong(1, seq);
        try (ResultSet row = plain.executeQuery()) {
            if (!row.next()) {
                throw broken(frame, null);
            }
            return row.getBytes(1);
        }
    }

    private byte[] unpack(Frame frame, byte[] base) throws SQLException {
        try {
            if (Zstd.getFrameContentSize(frame.data()) != frame.size()) {
                throw broken(frame, null);
            }
            zstd.reset();
            zstd.setLongMax(27);
            zstd.loadDict(base, ZstdDictContentType.RAW_CONTENT);
            byte[] bytes = zstd.decompress(frame.data(), frame.size());
            remember(frame.seq(), bytes);
            return bytes;
        } catch (ZstdException e) {
            throw broken(frame, e);
        }
    }

    private void remember(long seq, byte[] bytes) {
        if (bytes.length > REMEMBERED / 2) {
            return;
        }
        byte[] before = whole.put(seq, bytes);
        held += bytes.length - (before == null ? 0 : before.length);
        var oldest = whole.values().iterator();
        while (held > REMEMBERED) {
            held -= oldest.next().length;
            oldest.remove();
        }
    }

    private static SQLException broken(Frame frame, @Nullable Exception cause) {
        return new SQLException(
                "The packed payload " + frame.seq() + " is broken", null, SQLiteErrorCode.SQLITE_CORRUPT.code, cause);
    }

    @Override
    public void close() {
        zstd.close();
    }
}
