package dev.threadline.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Looks for a needle in the payloads of a capture, some events at a time, through a connection of its own.
///
/// SQLite scans plain payloads itself; only hits come out. Packed ones are unpacked, and payloads that wait to be
/// written are looked at in memory. One thread at a time; blocks.
public final class PayloadSearch implements AutoCloseable {
    private final Needle needle;
    private final PayloadFilter filter;
    private final Capture capture;
    private final Connection connection;
    private final PreparedStatement range;
    private final PreparedStatement some;
    private final PreparedStatement packedRange;
    private final PreparedStatement packedSome;
    private final Unpacking unpacking;
    private long unreadable;

    PayloadSearch(Capture capture, Needle needle, Connection connection) throws SQLException {
        this.capture = capture;
        this.needle = needle;
        this.connection = connection;
        filter = new PayloadFilter(needle);
        // A hit by SQLite's own comparison needs no second look, unless escapes or BLOBs are in play.
        String data = needle.plain() ? "iif(typeof(data) = 'text', NULL, data)" : "data";
        String sql = "SELECT seq, " + data + " FROM payloads WHERE " + filter.sql();
        String between = "seq BETWEEN ? AND ? ORDER BY seq";
        String listed = "seq IN (SELECT value FROM json_each(?)) ORDER BY seq";
        range = connection.prepareStatement(sql + " AND " + between);
        some = connection.prepareStatement(sql + " AND " + listed);
        // A file of version 1 has none.
        String packed =
                "SELECT seq FROM " + (Schema.version(connection) < 2 ? "payloads WHERE 0 AND " : "packed WHERE ");
        packedRange = connection.prepareStatement(packed + between);
        packedSome = connection.prepareStatement(packed + listed);
        unpacking = new Unpacking(connection);
    }

    /// Looks at the events from one number to another, both included; hits come in order.
    ///
    /// @throws CaptureFailure where the file can't be read at all
    public void find(long from, long to, LongConsumer hit) throws CaptureFailure {
        LongStream waiting = waiting(seq -> seq >= from && seq <= to);
        try {
            int next = filter.bind(range, 1);
            range.setLong(next, from);
            range.setLong(next + 1, to);
            packedRange.setLong(1, from);
            packedRange.setLong(2, to);
            deliver(range, packedRange, waiting, hit);
        } catch (SQLException e) {
            long[] seqs = new long[(int) (to - from + 1)];
            Arrays.setAll(seqs, i -> from + i);
            singly(seqs, e, hit);
        }
    }

    /// Looks at these events, whose numbers ascend; hits come in order.
    ///
    /// @throws CaptureFailure where the file can't be read at all
    public void find(long[] seqs, LongConsumer hit) throws CaptureFailure {
        LongStream waiting = waiting(seq -> Arrays.binarySearch(seqs, seq) >= 0);
        try {
            int next = filter.bind(some, 1);
            some.setString(next, Arrays.toString(seqs));
            packedSome.setString(1, Arrays.toString(seqs));
            deliver(some, packedSome, waiting, hit);
        } catch (SQLException e) {
            singly(seqs, e, hit);
        }
    }

    /// The number of the last event in the file, 0 where there is none.
    ///
    /// @throws CaptureFailure where the file can't be read
    public long last() throws CaptureFailure {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT max(seq) FROM facts")) {
            return row.getLong(1);
        } catch (SQLException e) {
            throw capture.notRead(e);
        }
    }

    /// How many payloads could not be read so far, because the file is damaged there.
    public long unreadable() {
        return unreadable;
    }

    /// Hits among the payloads that wait to be written: taken before the file is looked at, so that none slips through.
    private LongStream waiting(LongPredicate wanted) {
        LongStream.Builder hits = LongStream.builder();
        capture.forEachWaiting((seq, data) -> {
            if (wanted.test(seq) && needle.in(data)) {
                hits.add(seq);
            }
        });
        return hits.build();
    }

    private void deliver(PreparedStatement plain, PreparedStatement packed, LongStream waiting, LongConsumer hit)
            throws SQLException {
        LongStream.Builder found = LongStream.builder();
        try (ResultSet rows = plain.executeQuery()) {
            while (rows.next()) {
                @Nullable String data = ExactText.read(rows, 2);
                if (data == null || needle.in(data)) {
                    found.add(rows.getLong(1));
                }
            }
        }
        try (ResultSet rows = packed.executeQuery()) {
            while (rows.next()) {
                byte[] bytes = unpacking.bytes(rows.getLong(1));
                if (bytes != null && needle.in(bytes)) {
                    found.add(rows.getLong(1));
                }
            }
        }
        // What waited may have been written meanwhile.
        LongStream.concat(found.build(), waiting).sorted().distinct().forEach(hit);
    }

    /// Around a damage: one by one, those that can't be read are counted.
    private void singly(long[] seqs, SQLException why, LongConsumer hit) throws CaptureFailure {
        if (!Database.damaged(why)) {
            throw capture.notRead(why);
        }
        for (long seq : seqs) {
            try {
                if (needle.in(capture.data(seq))) {
                    hit.accept(seq);
                }
            } catch (CaptureFailure e) {
                unreadable++;
            }
        }
    }

    @Override
    public void close() {
        unpacking.close();
        Database.close(connection);
    }
}
