package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import org.jspecify.annotations.Nullable;

/// Packs event ids into numbers, since nearly every event has another one: `17`, `1763784000000-0`; others by table.
final class EventIds {
    private static final int KIND_BITS = 2;
    private static final int SEQUENCE_BITS = 19;
    private static final int DASH = 13;
    private static final long PLAIN = 1;
    private static final long PAIR = 2;
    private static final long TABLE = 3;

    private final StringTable others = new StringTable();

    /// When the server sent the event with this id, in microseconds, or [EventFacts#NO_TIME] where it does not tell:
    /// Python's ids begin with its clock's milliseconds, also where an old event is sent again.
    static long sent(@Nullable String id) {
        if (id == null || id.length() <= DASH || id.charAt(DASH) != '-') {
            return EventFacts.NO_TIME;
        }
        long millis = decimal(id, 0, DASH, 1L << 42);
        long sequence = decimal(id, DASH + 1, id.length(), 1L << SEQUENCE_BITS);
        return millis < 0 || sequence < 0 ? EventFacts.NO_TIME : millis * 1_000;
    }

    long pack(@Nullable String id) {
        if (id == null) {
            return 0;
        }
        int dash = id.indexOf('-');
        if (dash < 0) {
            long number = decimal(id, 0, id.length(), 1L << 60);
            if (number >= 0) {
                return number << KIND_BITS | PLAIN;
            }
        } else {
            long time = decimal(id, 0, dash, 1L << 42);
            long sequence = decimal(id, dash + 1, id.length(), 1L << SEQUENCE_BITS);
            if (time >= 0 && sequence >= 0) {
                return (time << SEQUENCE_BITS | sequence) << KIND_BITS | PAIR;
            }
        }
        return (long) others.number(id) << KIND_BITS | TABLE;
    }

    @Nullable
    String unpack(long packed) {
        long value = packed >>> KIND_BITS;
        return switch ((int) (packed & 3)) {
            case (int) PLAIN -> Long.toString(value);
            case (int) PAIR -> (value >>> SEQUENCE_BITS) + "-" + (value & ((1L << SEQUENCE_BITS) - 1));
            case (int) TABLE -> others.text((int) value);
            default -> null;
        };
    }

    /// The number, or -1 where the text is not exactly how the number is written, or it is too large.
    private static long decimal(String text, int from, int to, long limit) {
        if (from == to || to - from > 18 || (to - from > 1 && text.charAt(from) == '0')) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number < limit ? number : -1;
    }
}
