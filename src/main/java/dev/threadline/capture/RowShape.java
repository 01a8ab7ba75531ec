package dev.threadline.capture;

import java.util.List;

/// What stands in the columns of a row of `facts`, as bits of its column `shape`: a reader that knows it asks SQLite
/// for numbers only, and for a text only where there is one.
final class RowShape {
    /// Columns that hold a text, or the number of the earlier event where the same text stands, or null.
    static final List<String> WORDS = List.of("name", "kind", "mode", "namespace", "node", "task", "ref");

    private static final int NULLS = 8;
    private static final int ID_TEXT = 1 << 16;
    private static final int ID_NULL = 1 << 17;
    private static final int STEP_NULL = 1 << 18;
    private static final int TIME_NULL = 1 << 19;

    /// The same of a row that has no such column, from the types of its values.
    static final String SQL = sql();

    private RowShape() {}

    /// The bit of a word that stands in the row itself.
    static int text(int word) {
        return 1 << word;
    }

    /// The bit of a word that there is none of.
    static int none(int word) {
        return 1 << (NULLS + word);
    }

    /// The bits of what stands beside the words.
    static int of(EventFacts facts, long idNumber) {
        return (facts.id() == null ? ID_NULL : idNumber == IdColumn.TEXT ? ID_TEXT : 0)
                | (facts.hasStep() ? 0 : STEP_NULL)
                | (facts.hasServerTime() ? 0 : TIME_NULL);
    }

    static boolean hasText(int shape, int word) {
        return (shape & text(word)) != 0;
    }

    static boolean hasNone(int shape, int word) {
        return (shape & none(word)) != 0;
    }

    static boolean hasId(int shape) {
        return (shape & ID_NULL) == 0;
    }

    static boolean idIsText(int shape) {
        return (shape & ID_TEXT) != 0;
    }

    static boolean hasStep(int shape) {
        return (shape & STEP_NULL) == 0;
    }

    static boolean hasTime(int shape) {
        return (shape & TIME_NULL) == 0;
    }

    private static String sql() {
        var sql = new StringBuilder();
        for (int i = 0; i < WORDS.size(); i++) {
            sql.append("CASE typeof(%s) WHEN 'integer' THEN 0 WHEN 'null' THEN %d ELSE %d END | "
                    .formatted(WORDS.get(i), none(i), text(i)));
        }
        return sql + "CASE typeof(id) WHEN 'integer' THEN 0 WHEN 'null' THEN " + ID_NULL + " ELSE " + ID_TEXT + " END"
                + " | iif(step IS NULL, " + STEP_NULL + ", 0) | iif(server_time IS NULL, " + TIME_NULL + ", 0)";
    }
}
