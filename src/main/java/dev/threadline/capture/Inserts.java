package dev.threadline.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The writing connection of a capture: turns entries into rows, one transaction a batch.
///
/// Used by the writer's thread only. The file is in WAL mode from the first batch until [#finish].
final class Inserts {
    private static final Logger LOG = LoggerFactory.getLogger(Inserts.class);
    private final Connection connection;
    private final List<Repeats> words = IntStream.range(0, RowShape.WORDS.size())
            .mapToObj(word -> new Repeats(5 + word, word))
            .toList();
    private final PreparedStatement facts;
    private final PreparedStatement payload;
    private final PreparedStatement packed;
    private final PreparedStatement run;
    private final PreparedStatement ledger;
    private final PreparedStatement answer;
    private final Packing packing = new Packing();

    Inserts(Connection connection) throws SQLException {
        this.connection = connection;
        Database.execute(connection, "PRAGMA journal_mode = WAL");
        Database.execute(connection, "PRAGMA synchronous = NORMAL");
        Schema.upgrade(connection);
        connection.setAutoCommit(false);
        facts = connection.prepareStatement("INSERT OR REPLACE INTO facts(seq, run, received_at, id, name, kind, mode,"
                + " namespace, node, task, ref, step, server_time, size, flags, shape)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        payload = connection.prepareStatement("INSERT OR REPLACE INTO payloads(seq, data) VALUES (?, ?)");
        packed =
                connection.prepareStatement("INSERT OR REPLACE INTO packed(seq, base, size, data) VALUES (?, ?, ?, ?)");
        run = connection.prepareStatement("INSERT OR REPLACE INTO runs(number, run_id, assistant, request, started_at,"
                + " ended_at, status, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        ledger = connection.prepareStatement(
                "INSERT INTO connection(run, after_seq, at, kind, detail) VALUES (?, ?, ?, ?, ?)");
        answer = connection.prepareStatement("INSERT OR REPLACE INTO answers(run, name, at, text) VALUES (?, ?, ?, ?)");
    }

    /// Writes all or nothing.
    void write(List<Entry> batch) throws SQLException {
        try {
            for (Entry entry : batch) {
                switch (entry) {
                    case Entry.Event event -> write(event);
                    case Entry.Large event -> write(event);
                    case Entry.Run line -> write(line.run());
                    case Entry.Ledger line -> write(line.line());
                    case Entry.Side line -> write(line.answer());
                }
            }
            // Row by row the driver asks SQLite for the names of columns that an insert does not have.
            facts.executeBatch();
            payload.executeBatch();
            packed.executeBatch();
            connection.commit();
            words.forEach(Repeats::keep);
        } catch (SQLException e) {
            words.forEach(Repeats::undo);
            try {
                connection.rollback();
            } catch (SQLException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private void write(Entry.Event event) throws SQLException {
        write(event.facts());
        if (event.data() != null) {
            write(event.facts(), event.data());
        }
    }

    private void write(Entry.Large event) throws SQLException {
        write(event.facts());
        new Parts(connection).write(event.facts().seq(), event.file());
    }

    private void write(EventFacts f) throws SQLException {
        facts.setLong(1, f.seq());
        facts.setInt(2, f.run());
        facts.setLong(3, f.receivedAt());
        long id = f.id() == null ? IdColumn.TEXT : IdColumn.number(f.id());
        if (id == IdColumn.TEXT) {
            ExactText.bind(facts, 4, f.id());
        } else {
            facts.setLong(4, id);
        }
        int shape = RowShape.of(f, id);
        @Nullable String[] texts = {f.name(), f.kind().name(), f.mode(), f.namespace(), f.node(), f.task(), f.ref()};
        for (int i = 0; i < texts.length; i++) {
            shape |= words.get(i).bind(facts, f.seq(), texts[i]);
        }
        facts.setObject(12, f.hasStep() ? f.step() : null);
        facts.setObject(13, f.hasServerTime() ? f.serverTime() : null);
        facts.setLong(14, f.size());
        facts.setInt(15, f.flags());
        facts.setInt(16, shape);
        facts.addBatch();
    }

    private void write(EventFacts f, String data) throws SQLException {
        if (f.size() >= Packing.FROM) {
            byte[] bytes = ExactText.encode(data);
            Packing.Packed smaller = packing.pack(f, bytes);
            if (smaller != null) {
                packed.setLong(1, f.seq());
                packed.setObject(2, smaller.base());
                packed.setInt(3, bytes.length);
                packed.setBytes(4, smaller.data());
                packed.addBatch();
                return;
            }
        }
        payload.setLong(1, f.seq());
        ExactText.bind(payload, 2, data);
        payload.addBatch();
    }

    private void write(RunRecord r) throws SQLException {
        run.setInt(1, r.number());
        ExactText.bind(run, 2, r.runId());
        ExactText.bind(run, 3, r.assistant());
        ExactText.bind(run, 4, r.request());
        run.setLong(5, r.startedAt());
        run.setObject(6, r.endedAt() == 0 ? null : r.endedAt());
        run.setString(7, r.status());
        ExactText.bind(run, 8, r.error());
        run.executeUpdate();
    }

    private void write(ConnectionEntry line) throws SQLException {
        ledger.setInt(1, line.run());
        ledger.setLong(2, line.afterSeq());
        ledger.setLong(3, line.at());
        ledger.setString(4, line.kind().name());
        ExactText.bind(ledger, 5, line.detail());
        ledger.executeUpdate();
    }

    private void write(Answer a) throws SQLException {
        answer.setInt(1, a.run());
        answer.setString(2, a.name());
        answer.setLong(3, a.at());
        ExactText.bind(answer, 4, a.text());
        answer.executeUpdate();
    }

    /// Folds the log into the file, which stays open for writing: a copy of the file alone is whole then.
    void fold() {
        try {
            connection.setAutoCommit(true);
            Database.execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            LOG.debug("The log of a capture stays beside it for now.", e);
        }
    }

    /// Closes; with `plain` the log is folded in first, so that one plain file is left.
    void finish(boolean plain) {
        packing.close();
        if (plain) {
            plain(connection);
        } else {
            Database.close(connection);
        }
    }

    /// Folds the log into the file and closes. Another opener's reading can prevent that; then the log stays beside
    /// the file, and nothing is lost.
    static void plain(Connection connection) {
        try {
            connection.setAutoCommit(true);
            Database.execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            Database.execute(connection, "PRAGMA journal_mode = DELETE");
        } catch (SQLException e) {
            LOG.debug("The log of a capture stays beside it.", e);
        } finally {
            Database.close(connection);
        }
    }
}
