package dev.threadline.capture;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The condition of SQL that every payload with a needle meets: SQLite's own scan, which is as fast as the disk.
///
/// Payloads that are no TEXT are let through. Where the needle is not [Needle#plain] some without it meet the
/// condition,
/// too, and have to be looked at again.
final class PayloadFilter {
    private final List<String> conditions = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final boolean ignoreCase;

    PayloadFilter(Needle needle) {
        ignoreCase = needle.ignoreCase();
        String text = needle.text();
        String run = Escapes.longestRun(text);
        if (!run.isEmpty()) {
            holds(run, ignoreCase);
        } else {
            character(text.codePoints().filter(c -> c != '\\').findFirst().orElse('\\'));
        }
    }

    private void character(int code) {
        for (int same : Escapes.cases(code, ignoreCase)) {
            String raw = Character.toString(same);
            // What TEXT can't hold stands in payloads that are let through anyway.
            if (ExactText.isPlain(raw)) {
                holds(raw, false);
            }
            if (Escapes.letter(same) != 0) {
                holds("\\" + Escapes.letter(same), false);
            }
            holds("\\u%04x".formatted((int) raw.charAt(0)), true);
        }
    }

    private void holds(String piece, boolean anyCase) {
        // LIKE is the faster scan of the two, also where case matters: what it lets through, instr looks at again.
        conditions.add("(data LIKE ? ESCAPE '~'" + (anyCase ? ")" : " AND instr(data, ?) > 0)"));
        values.add("%" + piece.replaceAll("[~%_]", "~$0") + "%");
        if (!anyCase) {
            values.add(piece);
        }
    }

    /// The condition on a column `data`.
    String sql() {
        return "(typeof(data) <> 'text' OR " + String.join(" OR ", conditions) + ")";
    }

    /// Puts the condition's values from this index on; gives the next index.
    int bind(PreparedStatement statement, int index) throws SQLException {
        int next = index;
        for (String value : values) {
            statement.setString(next++, value);
        }
        return next;
    }
}
