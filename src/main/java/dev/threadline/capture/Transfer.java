package dev.threadline.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes over what one capture's file holds into another that is new, as far as it can be read.
final class Transfer {
    private static final int BATCH = 500;
    private final Connection from;
    private final Connection to;
    private boolean whole = true;

    private Transfer(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /// Copies all rows, in one transaction.
    ///
    /// @param plain whether packed payloads are unpacked on the way
    /// @return whether all could be read
    /// @throws SQLException where they can't be written
    static boolean copy(Connection from, Connection to, boolean plain) throws SQLException {
        var transfer = new Transfer(from, to);
        to.setAutoCommit(false);
        if (Parts.in(from)) {
            Parts.make(to);
        }
        for (String table : names(to)) {
            if (table.equals("packed") && plain) {
                transfer.unpacked();
            } else if (!table.equals("info")) {
                transfer.rows(table);
            }
        }
        to.commit();
        to.setAutoCommit(true);
        return transfer.whole;
    }

    private static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private void rows(String table) throws SQLException {
        try (Statement statement = from.createStatement();
                ResultSet rows = read(() -> query(statement, table))) {
            if (rows == null) {
                return;
            }
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnName(i));
            }
            String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
            try (PreparedStatement insert = to.prepareStatement("INSERT OR REPLACE INTO " + table + "("
                    + String.join(", ", columns) + ") VALUES (" + marks + ")")) {
                // One of these is as large as all of the others' batch.
                int most = table.equals("parts") ? 1 : BATCH;
                int waiting = 0;
                while (Boolean.TRUE.equals(read(rows::next))) {
                    for (int i = 1; i <= columns.size(); i++) {
                        int column = i;
                        insert.setObject(i, read(() -> rows.getObject(column)));
                    }
                    insert.addBatch();
                    if (++waiting % most == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
        }
    }

    private @Nullable ResultSet query(Statement statement, String table) throws SQLException {
        if (!names(from).contains(table)) {
            return null;
        }
        boolean old = table.equals("facts") && Schema.version(from) < 2;
        return statement.executeQuery("SELECT *" + (old ? ", " + RowShape.SQL + " AS shape" : "") + " FROM " + table);
    }

    private void unpacked() throws SQLException {
        if (!names(from).contains("packed")) {
            return;
        }
        try (var unpacking = new Unpacking(from);
                Statement statement = from.createStatement();
                ResultSet rows = statement.executeQuery("SELECT seq FROM packed ORDER BY seq");
                PreparedStatement insert =
                        to.prepareStatement("INSERT OR REPLACE INTO payloads(seq, data) VALUES (?, ?)")) {
            while (Boolean.TRUE.equals(read(rows::next))) {
                long seq = rows.getLong(1);
                byte[] bytes = read(() -> unpacking.bytes(seq));
                if (bytes != null) {
                    insert.setLong(1, seq);
                    ExactText.bind(insert, 2, ExactText.decode(bytes, bytes.length));
                    insert.executeUpdate();
                }
            }
        }
    }

    /// What a look into the old file gives, or null where it fails.
    private <T> @Nullable T read(Look<T> look) {
        try {
            return look.at();
        } catch (SQLException e) {
            whole = false;
            return null;
        }
    }

    private interface Look<T> {
        @Nullable
        T at() throws SQLException;
    }
}
