package dev.threadline.run;

import java.util.Arrays;

/// A growing row of numbers without boxes; single-threaded.
///
/// Where it holds times by arrival, each stays at or before the next time that the server told ([#bound]), however the
/// rest is moved later.
public final class LongSeries {
    /// What is told for good and not moved.
    private static final long FIXED = Long.MIN_VALUE;

    private long[] values = new long[0];
    private int size;
    private int unbound;
    /// Stretches of one bound, so that a bound costs nothing a number: where each ends, and its bound.
    private int[] ends = new int[0];

    private long[] bounds = new long[0];
    private int stretches;

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

    /// Adds a number that does not move with the others.
    void addFixed(long value) {
        if (size > stretched()) {
            stretch(Long.MAX_VALUE);
        }
        add(value);
        stretch(FIXED);
    }

    /// Holds what came since the last bound at or before a number.
    void bound(long latest) {
        atMost(unbound, latest);
        if (size > stretched()) {
            stretch(latest);
        }
        unbound = size;
    }

    /// Holds the last numbers of a rising row at or before one.
    void end(long latest) {
        for (int i = size - 1; i >= 0 && values[i] > latest; i--) {
            values[i] = latest;
        }
    }

    void shift(long by) {
        int at = 0;
        for (int i = 0; i < stretches; i++) {
            move(at, ends[i], by, bounds[i]);
            at = ends[i];
        }
        move(at, size, by, Long.MAX_VALUE);
    }

    private void move(int from, int to, long by, long latest) {
        if (latest == FIXED) {
            return;
        }
        for (int i = from; i < to; i++) {
            values[i] = Math.min(values[i] + by, latest);
        }
    }

    private void atMost(int from, long latest) {
        for (int i = from; i < size; i++) {
            values[i] = Math.min(values[i], latest);
        }
    }

    private int stretched() {
        return stretches == 0 ? 0 : ends[stretches - 1];
    }

    private void stretch(long latest) {
        if (stretches > 0 && bounds[stretches - 1] == latest) {
            ends[stretches - 1] = size;
            return;
        }
        if (stretches == ends.length) {
            ends = Arrays.copyOf(ends, Math.max(4, stretches * 2));
            bounds = Arrays.copyOf(bounds, ends.length);
        }
        ends[stretches] = size;
        bounds[stretches++] = latest;
    }
}
