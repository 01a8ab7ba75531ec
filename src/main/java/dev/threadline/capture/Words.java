package dev.threadline.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The dictionary of a capture while it is written: each repeated text once, with its code.
///
/// Used by the writer's thread only. Words of a transaction that failed are forgotten again by [#undo].
final class Words {
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> fresh = new ArrayList<>();
    private final PreparedStatement insert;
    private int last;

    Words(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT code, text FROM words")) {
            while (rows.next()) {
                String text = ExactText.read(rows, 2);
                if (text != null) {
                    codes.put(text, rows.getInt(1));
                }
                last = Math.max(last, rows.getInt(1));
            }
        }
        insert = connection.prepareStatement("INSERT INTO words(code, text) VALUES (?, ?)");
    }

    /// Binds the code of a text, or null.
    void bind(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
        if (text == null) {
            statement.setObject(index, null);
        } else {
            statement.setInt(index, code(text));
        }
    }

    private int code(String text) throws SQLException {
        Integer known = codes.get(text);
        if (known != null) {
            return known;
        }
        insert.setInt(1, last + 1);
        ExactText.bind(insert, 2, text);
        insert.executeUpdate();
        last++;
        codes.put(text, last);
        fresh.add(text);
        return last;
    }

    void keep() {
        fresh.clear();
    }

    void undo() {
        last -= fresh.size();
        fresh.forEach(codes::remove);
        fresh.clear();
    }
}
