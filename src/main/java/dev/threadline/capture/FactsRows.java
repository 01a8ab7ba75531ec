package dev.threadline.capture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// Turns rows of the table `facts` into facts; equal texts become the same string.
final class FactsRows {
    private static final int FIRST = 5;
    private final List<Map<Long, String>> words = Stream.generate(HashMap<Long, String>::new)
            .limit(Schema.WORDS.size())
            .<Map<Long, String>>map(map -> map)
            .toList();
    private long last;
    private long whole;

    /// The last event that was read whole, 0 before the first.
    long whole() {
        return whole;
    }

    EventFacts facts(ResultSet row) throws SQLException {
        if (row.getLong(1) <= last) {
            throw broken("The event " + row.getLong(1) + " comes after the event " + last);
        }
        last = row.getLong(1);
        int step = row.getInt(12);
        boolean noStep = row.wasNull();
        long serverTime = row.getLong(13);
        boolean noTime = row.wasNull();
        var facts = new EventFacts(
                row.getLong(1),
                row.getInt(2),
                row.getLong(3),
                ExactText.read(row, 4),
                word(row, 5),
                kind(word(row, 6)),
                word(row, 7),
                word(row, 8),
                optional(row, 9),
                optional(row, 10),
                noStep ? EventFacts.NO_STEP : step,
                noTime ? EventFacts.NO_TIME : serverTime,
                optional(row, 11),
                row.getLong(14),
                row.getInt(15));
        whole = last;
        return facts;
    }

    private String word(ResultSet row, int column) throws SQLException {
        String word = optional(row, column);
        if (word == null) {
            throw broken("The event " + last + " lacks a text");
        }
        return word;
    }

    private @Nullable String optional(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof Number earlier) {
            String word = words.get(column - FIRST).get(earlier.longValue());
            if (word == null) {
                throw broken("The event " + last + " refers to the event " + earlier + " for a text");
            }
            return word;
        }
        String word = ExactText.of(value);
        if (word != null) {
            words.get(column - FIRST).put(last, word);
        }
        return word;
    }

    private static SQLException broken(String message) {
        return new SQLException(message, null, SQLiteErrorCode.SQLITE_CORRUPT.code);
    }

    private static EventKind kind(String name) {
        for (EventKind kind : EventKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return EventKind.UNKNOWN;
    }
}
