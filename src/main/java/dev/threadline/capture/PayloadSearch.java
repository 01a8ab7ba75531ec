package dev.threadline.capture;

import java.io.IOException;
import java.io.Reader;
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
/// SQLite scans plain payloads itself; only hits come out. Packed ones are unpacked, those too large for memory are
/// read piece by piece, and payloads that wait to be written are looked at where they wait. One thread at a time;
/// blocks.
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
    private final Parts parts;
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
        parts = new Parts(connection);
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
            deliver(range, packedRange, LongStream.concat(waiting, large(from, to, seq -> true)), hit);
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
            LongStream large = seqs.length == 0
                    ? LongStream.empty()
                    : large(seqs[0], seqs[seqs.length - 1], seq -> Arrays.binarySearch(seqs, seq) >= 0);
            deliver(some, packedSome, LongStream.concat(waiting, large), hit);
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

    /// Hits among the payloads that are too large for memory, those that wait to be written too.
    private LongStream large(long from, long to, LongPredicate wanted) throws SQLException {
        LongStream.Builder hits = LongStream.builder();
        LongStream.concat(capture.waitingLarge(), parts.between(from, to))
                .filter(seq -> seq >= from && seq <= to && wanted.test(seq))
                .distinct()
                .filter(this::holds)
                .forEach(hits::add);
        return hits.build();
    }

    private boolean holds(long seq) {
        try (Reader data = capture.reader(seq)) {
            return needle.in(data);
        } catch (CaptureFailure | IOException e) {
            unreadable++;
            return false;
        }
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
            if (holds(seq)) {
                hit.accept(seq);
            }
        }
    }

    @Override
    public void close() {
        unpacking.close();
        Database.close(connection);
    }
}
