package dev.threadline.capture;

/// An event's id as the number that stands in the column `id`: `17` as 17, `1763784000000-0` as a negative one.
///
/// Only an id that is written exactly as its number is; every other one stays a text.
final class IdColumn {
    /// What [#number] gives for an id that is no number.
    static final long TEXT = Long.MIN_VALUE;

    /// How many bits the part after the dash has.
    static final int SEQUENCE_BITS = 20;

    private static final long SEQUENCES = 1L << SEQUENCE_BITS;
    private static final long TIMES = 1L << (62 - SEQUENCE_BITS);

    private IdColumn() {}

    /// The number of an id, or [#TEXT].
    static long number(String id) {
        int dash = id.indexOf('-');
        if (dash < 0) {
            long number = decimal(id, 0, id.length(), Long.MAX_VALUE);
            return number < 0 ? TEXT : number;
        }
        long time = decimal(id, 0, dash, TIMES);
        long sequence = decimal(id, dash + 1, id.length(), SEQUENCES);
        return time < 0 || sequence < 0 ? TEXT : ~(time << SEQUENCE_BITS | sequence);
    }

    /// The id of a number.
    static String text(long number) {
        return number >= 0 ? Long.toString(number) : (~number >>> SEQUENCE_BITS) + "-" + (~number & (SEQUENCES - 1));
    }

    /// The same in SQL, for a column of that name.
    static String sql(String column) {
        return "CASE WHEN typeof(%1$s) <> 'integer' THEN %1$s WHEN %1$s >= 0 THEN CAST(%1$s AS TEXT)".formatted(column)
                + " ELSE (~%1$s >> %2$d) || '-' || (~%1$s & %3$d) END".formatted(column, SEQUENCE_BITS, SEQUENCES - 1);
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
