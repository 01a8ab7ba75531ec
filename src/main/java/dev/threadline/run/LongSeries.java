package dev.threadline.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A growing row of numbers without boxes, four bytes each while all are near the first; single-threaded.
///
/// Where it holds times by arrival, each stays at or before the next time that the server told ([#bound]), however the
/// rest is moved later.
public final class LongSeries {
    /// What is told for good and not moved.
    private static final long FIXED = Long.MIN_VALUE;

    private static final int[] NO_INTS = {};
    private static final long[] NO_LONGS = {};

    private long base;
    private int[] near = NO_INTS;
    private long @Nullable [] far;
    private int size;
    private int unbound;
    /// Stretches of one bound, so that a bound costs nothing a number: where each ends, and its bound. The first of
    /// them
    /// stands by itself, for most have no other.
    private int firstEnd;

    private long firstBound;
    private int[] ends = NO_INTS;
    private long[] bounds = NO_LONGS;
    private int stretches;

    /// How many numbers.
    public int size() {
        return size;
    }

    /// The number at a position from 0.
    public long get(int index) {
        long[] wide = far;
        return wide == null ? base + near[index] : wide[index];
    }

    void add(long value) {
        if (size == 0) {
            base = value;
        }
        size++;
        set(size - 1, value);
    }

    private void set(int index, long value) {
        long apart = value - base;
        if (far == null && apart != (int) apart) {
            long[] wide = new long[near.length];
            for (int i = 0; i < size && i < near.length; i++) {
                wide[i] = base + near[i];
            }
            far = wide;
            near = NO_INTS;
        }
        if (far == null) {
            if (index == near.length) {
                near = Arrays.copyOf(near, longer());
            }
            near[index] = (int) apart;
        } else {
            if (index == far.length) {
                far = Arrays.copyOf(far, longer());
            }
            far[index] = value;
        }
    }

    private int longer() {
        return Math.max(4, size + size / 2);
    }

    /// Gives back the room for more numbers: none are to be expected.
    void trim() {
        if (far == null) {
            near = Arrays.copyOf(near, size);
        }
    }

    void clear() {
        size = 0;
    }

    PackedColumn pack() {
        long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = get(i);
        }
        return PackedColumn.of(values, size);
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
        for (int i = size - 1; i >= 0 && get(i) > latest; i--) {
            set(i, latest);
        }
    }

    void shift(long by) {
        if (stretches == 0 && far == null) {
            base += by;
            return;
        }
        int at = 0;
        for (int i = 0; i < stretches; i++) {
            move(at, end(i), by, i == 0 ? firstBound : bounds[i - 1]);
            at = end(i);
        }
        move(at, size, by, Long.MAX_VALUE);
    }

    private void move(int from, int to, long by, long latest) {
        if (latest == FIXED) {
            return;
        }
        for (int i = from; i < to; i++) {
            set(i, Math.min(get(i) + by, latest));
        }
    }

    private void atMost(int from, long latest) {
        for (int i = from; i < size; i++) {
            if (get(i) > latest) {
                set(i, latest);
            }
        }
    }

    private int end(int stretch) {
        return stretch == 0 ? firstEnd : ends[stretch - 1];
    }

    private int stretched() {
        return stretches == 0 ? 0 : end(stretches - 1);
    }

    private void stretch(long latest) {
        if (stretches <= 1) {
            if (stretches == 0 || firstBound == latest) {
                firstEnd = size;
                firstBound = latest;
                stretches = 1;
                return;
            }
        } else if (bounds[stretches - 2] == latest) {
            ends[stretches - 2] = size;
            return;
        }
        if (stretches > ends.length) {
            ends = Arrays.copyOf(ends, stretches * 2);
            bounds = Arrays.copyOf(bounds, ends.length);
        }
        ends[stretches - 1] = size;
        bounds[stretches - 1] = latest;
        stretches++;
    }
}
