package dev.threadline.capture;

import java.sql.Connection;
import java.sql.ResultSet;
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
    static final int VERSION = 2;

    private static final String PACKED =
            "CREATE TABLE packed(seq INTEGER PRIMARY KEY, base INTEGER, size INTEGER NOT NULL, data BLOB NOT NULL)";

    private static final List<String> TABLES = List.of(
            "CREATE TABLE info(key TEXT PRIMARY KEY, value) WITHOUT ROWID",
            "CREATE TABLE runs(number INTEGER PRIMARY KEY, run_id TEXT, assistant TEXT NOT NULL, request NOT NULL,"
                    + " started_at INTEGER NOT NULL, ended_at INTEGER, status TEXT NOT NULL, error)",
            "CREATE TABLE facts(seq INTEGER PRIMARY KEY, run INTEGER NOT NULL, received_at INTEGER NOT NULL, id,"
                    + " name NOT NULL, kind NOT NULL, mode NOT NULL, namespace NOT NULL, node, task, ref, step INTEGER,"
                    + " server_time INTEGER, size INTEGER NOT NULL, flags INTEGER NOT NULL, shape INTEGER NOT NULL)",
            "CREATE TABLE payloads(seq INTEGER PRIMARY KEY, data NOT NULL)",
            PACKED,
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

    /// The version of a file.
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    /// Brings a file of version 1 to this one, in one transaction.
    static void upgrade(Connection connection) throws SQLException {
        if (version(connection) >= VERSION) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("DROP VIEW IF EXISTS events");
            statement.execute("ALTER TABLE facts ADD COLUMN shape INTEGER NOT NULL DEFAULT 0");
            statement.execute(PACKED);
            statement.execute("UPDATE facts SET shape = " + RowShape.SQL);
            statement.execute(eventsView());
            statement.execute("PRAGMA user_version = " + VERSION);
            statement.execute("COMMIT");
        } catch (SQLException e) {
            rollback(connection, e);
            throw e;
        }
    }

    private static void rollback(Connection connection, SQLException because) {
        try {
            Database.execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    private static String eventsView() {
        String words = RowShape.WORDS.stream()
                .map(word ->
                        "iif(typeof(facts.%1$s) = 'integer', (SELECT earlier.%1$s FROM facts earlier".formatted(word)
                                + " WHERE earlier.seq = facts.%1$s), facts.%1$s) AS %1$s, ".formatted(word))
                .collect(Collectors.joining());
        String flags = Arrays.stream(EventFlag.values())
                .map(flag ->
                        "iif(facts.flags & " + flag.bit() + ", '" + flag.name().toLowerCase(Locale.ROOT) + " ', '')")
                .collect(Collectors.joining(" || "));
        return "CREATE VIEW events AS SELECT facts.seq AS seq, facts.run AS run,"
                + " facts.received_at AS received_at, " + IdColumn.sql("facts.id") + " AS id, " + words
                + "facts.step AS step, facts.server_time AS server_time, facts.size AS size,"
                + " trim(" + flags + ") AS flags FROM facts";
    }
}
