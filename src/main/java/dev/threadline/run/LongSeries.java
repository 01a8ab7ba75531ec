package dev.threadline.run;

import java.util.Arrays;

/// A growing row of numbers without boxes; single-threaded.
public final class LongSeries {
    private long[] values = new long[0];
    private int size;

    /// How many numbers.
    public int size() {
        return size;
    }

    /// The number at a position from 0.
    public long get(int index) {
        return values[index];
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(8, size * 2));
        }
        values[size++] = value;
    }

    void shift(long by) {
        for (int i = 0; i < size; i++) {
            values[i] += by;
        }
    }
}
