package dev.threadline.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The tables of a capture; `docs/capture-format.md` tells what they mean.
final class Schema {
    /// `THLD` in ASCII: the file's `application_id`.
    static final int APPLICATION_ID = 0x54484C44;

    /// The newest `user_version` this Threadline reads, and the one it writes.
    static final int VERSION = 1;

    /// Columns of `facts` that hold a text, or the number of the earlier event where the same text stands.
    static final List<String> WORDS = List.of("name", "kind", "mode", "namespace", "node", "task", "ref");

    private static final List<String> TABLES = List.of(
            "CREATE TABLE info(key TEXT PRIMARY KEY, value) WITHOUT ROWID",
            "CREATE TABLE runs(number INTEGER PRIMARY KEY, run_id TEXT, assistant TEXT NOT NULL, request NOT NULL,"
                    + " started_at INTEGER NOT NULL, ended_at INTEGER, status TEXT NOT NULL, error)",
            "CREATE TABLE facts(seq INTEGER PRIMARY KEY, run INTEGER NOT NULL, received_at INTEGER NOT NULL, id,"
                    + " name NOT NULL, kind NOT NULL, mode NOT NULL, namespace NOT NULL, node, task, ref, step INTEGER,"
                    + " server_time INTEGER, size INTEGER NOT NULL, flags INTEGER NOT NULL)",
            "CREATE TABLE payloads(seq INTEGER PRIMARY KEY, data NOT NULL)",
            "CREATE TABLE connection(number INTEGER PRIMARY KEY, run INTEGER NOT NULL, after_seq INTEGER NOT NULL,"
                    + " at INTEGER NOT NULL, kind TEXT NOT NULL, detail)",
            "CREATE TABLE answers(run INTEGER NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, text NOT NULL,"
                    + " PRIMARY KEY (run, name))");

    private Schema() {}

    /// Makes the tables in an empty file, in one transaction.
    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + VERSION);
            for (String table : TABLES) {
                statement.execute(table);
            }
            statement.execute(eventsView());
            statement.execute("COMMIT");
        }
    }

    private static String eventsView() {
        String words = WORDS.stream()
                .map(word ->
                        "iif(typeof(facts.%1$s) = 'integer', (SELECT earlier.%1$s FROM facts earlier".formatted(word)
                                + " WHERE earlier.seq = facts.%1$s), facts.%1$s) AS %1$s, ".formatted(word))
                .collect(Collectors.joining());
        String flags = Arrays.stream(EventFlag.values())
                .map(flag ->
                        "iif(facts.flags & " + flag.bit() + ", '" + flag.name().toLowerCase(Locale.ROOT) + " ', '')")
                .collect(Collectors.joining(" || "));
        return "CREATE VIEW events AS SELECT facts.seq AS seq, facts.run AS run,"
                + " facts.received_at AS received_at, facts.id AS id, " + words
                + "facts.step AS step, facts.server_time AS server_time, facts.size AS size,"
                + " trim(" + flags + ") AS flags FROM facts";
    }
}
