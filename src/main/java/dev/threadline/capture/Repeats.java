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
/// So a fact depends on earlier facts only, and the beginning of a cut file explains itself. Each writer starts anew,
/// and
/// so does one that remembers very many texts: then they stand there again. Used by the writer's thread only.
final class Repeats {
    private static final int REMEMBERED = 20_000;
    private final int index;
    private final int word;
    private final Map<String, Long> first = new HashMap<>();
    private final List<String> fresh = new ArrayList<>();

    /// @param index of the column in the statement
    /// @param word of the column among [RowShape#WORDS]
    Repeats(int index, int word) {
        this.index = index;
        this.word = word;
    }

    /// Binds a text of an event: itself, the event it stood in first, or null; gives its bit of [RowShape].
    int bind(PreparedStatement statement, long seq, @Nullable String text) throws SQLException {
        if (text == null) {
            statement.setString(index, null);
            return RowShape.none(word);
        }
        Long before = first.putIfAbsent(text, seq);
        if (before != null) {
            statement.setLong(index, before);
            return 0;
        }
        fresh.add(text);
        ExactText.bind(statement, index, text);
        return RowShape.text(word);
    }

    /// Keeps what was bound: its transaction is on disk.
    void keep() {
        fresh.clear();
        if (first.size() > REMEMBERED) {
            first.clear();
        }
    }

    /// Forgets what was bound: its transaction failed.
    void undo() {
        fresh.forEach(first::remove);
        fresh.clear();
    }
}
