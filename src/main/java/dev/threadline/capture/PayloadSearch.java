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
/// SQLite scans plain payloads itself; only hits come out. Payloads that wait to be written are looked at in memory.
/// One
/// thread at a time; blocks.
public final class PayloadSearch implements AutoCloseable {
    private final Needle needle;
    private final PayloadFilter filter;
    private final Capture capture;
    private final Connection connection;
    private final PreparedStatement range;
    private final PreparedStatement some;
    private long unreadable;

    PayloadSearch(Capture capture, Needle needle, Connection connection) throws SQLException {
        this.capture = capture;
        this.needle = needle;
        this.connection = connection;
        filter = new PayloadFilter(needle);
        // A hit by SQLite's own comparison needs no second look, unless escapes or BLOBs are in play.
        String data = needle.plain() ? "iif(typeof(data) = 'text', NULL, data)" : "data";
        String sql = "SELECT seq, " + data + " FROM payloads WHERE " + filter.sql();
        range = connection.prepareStatement(sql + " AND seq BETWEEN ? AND ? ORDER BY seq");
        some = connection.prepareStatement(sql + " AND seq IN (SELECT value FROM json_each(?)) ORDER BY seq");
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
            deliver(range, waiting, hit);
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
            deliver(some, waiting, hit);
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

    private void deliver(PreparedStatement statement, LongStream waiting, LongConsumer hit) throws SQLException {
        LongStream.Builder found = LongStream.builder();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                @Nullable String data = ExactText.read(rows, 2);
                if (data == null || needle.in(data)) {
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
        Database.close(connection);
    }
}
