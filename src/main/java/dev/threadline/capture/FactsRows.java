package dev.threadline.capture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// Turns rows of the table `facts` into facts, in order; a text that stands there once becomes one string.
final class FactsRows {
    private static final int FIRST = 5;
    private static final int SHAPE = 16;
    static final Map<String, EventKind> KINDS = Arrays.stream(EventKind.values())
            .collect(Collectors.toUnmodifiableMap(EventKind::name, Function.identity()));

    private final EarlierTexts[] words =
            Stream.generate(EarlierTexts::new).limit(RowShape.WORDS.size()).toArray(EarlierTexts[]::new);
    private long last;
    private long whole;

    /// What to ask a file of this version for.
    static String sql(int version) {
        return "SELECT seq, run, received_at, id, " + String.join(", ", RowShape.WORDS)
                + ", step, server_time, size, flags, " + (version == 1 ? RowShape.SQL : "shape")
                + " FROM facts ORDER BY seq";
    }

    /// The last event that was read whole, 0 before the first.
    long whole() {
        return whole;
    }

    EventFacts facts(ResultSet row) throws SQLException {
        long seq = row.getLong(1);
        if (seq <= last) {
            throw broken("The event " + seq + " comes after the event " + last);
        }
        last = seq;
        int shape = row.getInt(SHAPE);
        var facts = new EventFacts(
                seq,
                row.getInt(2),
                row.getLong(3),
                id(row, shape),
                word(row, shape, 0),
                KINDS.getOrDefault(word(row, shape, 1), EventKind.UNKNOWN),
                word(row, shape, 2),
                word(row, shape, 3),
                optional(row, shape, 4),
                optional(row, shape, 5),
                RowShape.hasStep(shape) ? row.getInt(12) : EventFacts.NO_STEP,
                RowShape.hasTime(shape) ? row.getLong(13) : EventFacts.NO_TIME,
                optional(row, shape, 6),
                row.getLong(14),
                row.getInt(15));
        whole = last;
        return facts;
    }

    private static @Nullable String id(ResultSet row, int shape) throws SQLException {
        if (!RowShape.hasId(shape)) {
            return null;
        }
        return RowShape.idIsText(shape) ? ExactText.read(row, 4) : IdColumn.text(row.getLong(4));
    }

    private String word(ResultSet row, int shape, int word) throws SQLException {
        String text = optional(row, shape, word);
        if (text == null) {
            throw broken("The event " + last + " lacks a text");
        }
        return text;
    }

    private @Nullable String optional(ResultSet row, int shape, int word) throws SQLException {
        if (RowShape.hasNone(shape, word)) {
            return null;
        }
        if (!RowShape.hasText(shape, word)) {
            long earlier = row.getLong(FIRST + word);
            String text = words[word].get(earlier);
            if (text == null) {
                throw broken("The event " + last + " refers to the event " + earlier + " for a text");
            }
            return text;
        }
        String text = ExactText.read(row, FIRST + word);
        if (text != null) {
            words[word].put(last, text);
        }
        return text;
    }

    private static SQLException broken(String message) {
        return new SQLException(message, null, SQLiteErrorCode.SQLITE_CORRUPT.code);
    }
}
