package dev.threadline.session;

import java.util.Arrays;

/// The events that a search found, as ascending indexes into the log; append-only, 4 bytes a hit.
///
/// One thread appends, any thread reads what lies below [#size].
public final class Hits {
    /// No hits.
    public static final Hits NONE = new Hits();

    private volatile int[] indexes = new int[64];
    private volatile int size;

    void add(int index) {
        int at = size;
        if (at == indexes.length) {
            indexes = Arrays.copyOf(indexes, at * 2);
        }
        indexes[at] = index;
        size = at + 1;
    }

    /// How many there are; grows only.
    public int size() {
        return size;
    }

    /// The log index of a hit.
    public int index(int hit) {
        return indexes[hit];
    }

    /// How many hits lie before a log index.
    public int before(int index) {
        int found = Arrays.binarySearch(indexes, 0, size, index);
        return found < 0 ? -found - 1 : found;
    }

    /// How many hits lie in a range of log indexes, the end excluded.
    public int between(int from, int to) {
        return before(to) - before(from);
    }

    /// Whether an event is a hit.
    public boolean has(int index) {
        return between(index, index + 1) > 0;
    }
}
