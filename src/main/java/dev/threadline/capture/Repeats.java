package dev.threadline.capture;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One text column of the table `facts` while it is written: a text stands there once, later events name the
/// event where it stands.
///
/// So a fact depends on earlier facts only, and the beginning of a cut file explains itself. Each writer starts anew.
/// Used by the writer's thread only.
final class Repeats {
    private final int index;
    private final Map<String, Long> first = new HashMap<>();
    private final List<String> fresh = new ArrayList<>();

    Repeats(int index) {
        this.index = index;
    }

    /// Binds a text of an event: itself, the event it stood in first, or null.
    void bind(PreparedStatement statement, long seq, @Nullable String text) throws SQLException {
        Long before = text == null ? null : first.putIfAbsent(text, seq);
        if (before != null) {
            statement.setLong(index, before);
            return;
        }
        if (text != null) {
            fresh.add(text);
        }
        ExactText.bind(statement, index, text);
    }

    /// Keeps what was bound: its transaction is on disk.
    void keep() {
        fresh.clear();
    }

    /// Forgets what was bound: its transaction failed.
    void undo() {
        fresh.forEach(first::remove);
        fresh.clear();
    }
}
