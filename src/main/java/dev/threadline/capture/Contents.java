package dev.threadline.capture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a capture's file holds beside payloads, read once through one connection.
///
/// Where the file is damaged each list ends at the first unreadable row, and [#broken] tells of it.
final class Contents {
    private final Connection connection;
    private @Nullable SQLException broken;

    Contents(Connection connection) {
        this.connection = connection;
    }

    /// The first damage met, or null.
    @Nullable
    SQLException broken() {
        return broken;
    }

    CaptureInfo info() throws SQLException {
        Map<String, String> values = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT key, value FROM info")) {
            while (rows.next()) {
                String value = ExactText.read(rows, 2);
                if (value != null) {
                    values.put(rows.getString(1), value);
                }
            }
        }
        String createdAt = values.getOrDefault("created_at", "");
        return new CaptureInfo(
                values.getOrDefault("deployment", ""),
                values.getOrDefault("address", ""),
                values.getOrDefault("assistant", ""),
                values.get("thread_id"),
                createdAt.matches("\\d{1,18}") ? Long.parseLong(createdAt) : 0);
    }

    List<RunRecord> runs() throws SQLException {
        return list(
                "SELECT number, run_id, assistant, request, started_at, ended_at, status, error FROM runs"
                        + " ORDER BY number",
                row -> new RunRecord(
                        row.getInt(1),
                        ExactText.read(row, 2),
                        text(row, 3),
                        text(row, 4),
                        row.getLong(5),
                        row.getLong(6),
                        text(row, 7),
                        ExactText.read(row, 8)));
    }

    List<ConnectionEntry> ledger() throws SQLException {
        return list(
                "SELECT run, after_seq, at, kind, detail FROM connection ORDER BY number",
                row -> new ConnectionEntry(
                        row.getInt(1), row.getLong(2), row.getLong(3), kind(text(row, 4)), ExactText.read(row, 5)));
    }

    List<Answer> answers() throws SQLException {
        return list(
                "SELECT run, name, at, text FROM answers ORDER BY run, name",
                row -> new Answer(row.getInt(1), text(row, 2), row.getLong(3), text(row, 4)));
    }

    /// The number of the last event, 0 before the first; of a damaged file what can be told.
    long last() throws SQLException {
        List<Long> last = list("SELECT ifnull(max(seq), 0) FROM facts", row -> row.getLong(1));
        return last.isEmpty() ? 0 : last.getFirst();
    }

    /// The facts of every event in order while `each` wants more; of a damaged file also those whose payload alone is
    /// left, told as unknown.
    void readFacts(Predicate<EventFacts> each) throws SQLException {
        var rows = new FactsRows();
        scan(FactsRows.sql(Schema.version(connection)), row -> each.test(rows.facts(row)));
        if (broken != null) {
            payloadsAlone(rows.whole(), each);
        }
    }

    /// A cut file may hold more whole payloads than facts: they are events of which only the data is left.
    private void payloadsAlone(long last, Predicate<EventFacts> each) throws SQLException {
        List<RunRecord> runs = runs();
        int run = runs.isEmpty() ? 1 : runs.getLast().number();
        long at = runs.isEmpty() ? 0 : runs.getLast().startedAt();
        // Each table ends at its own damage.
        SortedMap<Long, Long> sizes = new TreeMap<>();
        for (String table : List.of("octet_length(data) FROM payloads", "size FROM packed")) {
            if (table.endsWith("payloads") || Schema.version(connection) > 1) {
                scan("SELECT seq, " + table + " WHERE seq > " + last + " ORDER BY seq", row -> {
                    sizes.put(row.getLong(1), row.getLong(2));
                    return true;
                });
            }
        }
        boolean more = true;
        for (long seq = last + 1; more && sizes.containsKey(seq); seq++) {
            more = each.test(EventFacts.lost(seq, run, at, sizes.get(seq)));
        }
    }

    private <T> List<T> list(String sql, RowReader<T> reader) throws SQLException {
        List<T> result = new ArrayList<>();
        scan(sql, row -> result.add(reader.read(row)));
        return result;
    }

    private void scan(String sql, RowTaker taker) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            boolean more = true;
            while (more && rows.next()) {
                more = taker.take(rows);
            }
        } catch (SQLException e) {
            if (!Database.damaged(e)) {
                throw e;
            }
            if (broken == null) {
                broken = e;
            }
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = ExactText.read(row, column);
        return text == null ? "" : text;
    }

    private static ConnectionEntry.Kind kind(String name) {
        for (ConnectionEntry.Kind kind : ConnectionEntry.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return ConnectionEntry.Kind.COMMENT;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface RowTaker {
        /// Takes a row; whether it wants more.
        boolean take(ResultSet row) throws SQLException;
    }
}
