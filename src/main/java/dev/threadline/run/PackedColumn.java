package dev.threadline.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A column of numbers that changes no more, each in as few bits as all of them need; immutable, for any thread.
///
/// What is held is each number's distance from the least one; or from a straight line through the first two where that
/// is shorter, as for sequence numbers; or its place in a list of the few that there are, as for names.
final class PackedColumn {
    /// A number that stands for none; as large a distance from all others as there is, so it has a code of its own.
    static final long NONE = Long.MIN_VALUE;

    private static final int WORTH = 6;
    private static final int MOST = 256;
    private static final long[] EMPTY = {};

    private final long base;
    private final long slope;
    private final int width;
    private final boolean holes;
    private final long[] bits;
    private final long @Nullable [] words;

    private PackedColumn(long base, long slope, int width, boolean holes, long[] bits, long @Nullable [] words) {
        this.base = base;
        this.slope = slope;
        this.width = width;
        this.holes = holes;
        this.bits = bits;
        this.words = words;
    }

    /// The first `count` of some numbers, packed.
    static PackedColumn of(long[] values, int count) {
        PackedColumn flat = along(values, count, 0);
        long slope = count > 1 && !flat.holes ? values[1] - values[0] : 0;
        PackedColumn best = flat;
        if (slope != 0 && flat.width > 0) {
            PackedColumn sloped = along(values, count, slope);
            best = sloped.width < flat.width ? sloped : flat;
        }
        if (best.width > WORTH) {
            PackedColumn listed = listed(values, count, best.width);
            best = listed == null ? best : listed;
        }
        return best;
    }

    /// The column as places in a list of its distinct numbers, or null where that is not smaller.
    private static @Nullable PackedColumn listed(long[] values, int count, int width) {
        long[] words = new long[MOST];
        short[] slots = new short[4 * MOST];
        long[] places = new long[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            int at = (int) ((values[i] * 0x9E37_79B9_7F4A_7C15L) >>> 54);
            while (slots[at] != 0 && words[slots[at] - 1] != values[i]) {
                at = (at + 1) % slots.length;
            }
            if (slots[at] == 0) {
                if (size == MOST) {
                    return null;
                }
                words[size++] = values[i];
                slots[at] = (short) size;
            }
            places[i] = slots[at] - 1L;
        }
        PackedColumn listed = along(places, count, 0);
        long smaller = (long) (width - listed.width) * count;
        return smaller < (long) size * Long.SIZE
                ? null
                : new PackedColumn(listed.base, 0, listed.width, false, listed.bits, Arrays.copyOf(words, size));
    }

    private static PackedColumn along(long[] values, int count, long slope) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        int none = 0;
        for (int i = 0; i < count; i++) {
            if (values[i] == NONE) {
                none++;
            } else {
                long rest = values[i] - i * slope;
                least = Math.min(least, rest);
                most = Math.max(most, rest);
            }
        }
        if (none == count) {
            return new PackedColumn(NONE, 0, 0, false, EMPTY, null);
        }
        boolean holes = none > 0;
        // A distance of more than 63 bits wraps, and comes back right when it is added again.
        long range = most - least + (holes ? 1 : 0);
        int width = Long.SIZE - Long.numberOfLeadingZeros(range);
        long[] bits = width == 0 ? EMPTY : new long[(width * count + Long.SIZE - 1) / Long.SIZE];
        for (int i = 0; width > 0 && i < count; i++) {
            long code = values[i] == NONE ? 0 : values[i] - i * slope - least + (holes ? 1 : 0);
            put(bits, width, i, code);
        }
        return new PackedColumn(least, slope, width, holes, bits, null);
    }

    private static void put(long[] bits, int width, int index, long code) {
        int at = index * width;
        int word = at / Long.SIZE;
        int shift = at % Long.SIZE;
        bits[word] |= code << shift;
        if (shift + width > Long.SIZE) {
            bits[word + 1] |= code >>> (Long.SIZE - shift);
        }
    }

    /// The number at a position from 0.
    long get(int index) {
        long[] list = words;
        return list == null ? number(index) : list[(int) number(index)];
    }

    private long number(int index) {
        if (width == 0) {
            return base == NONE ? NONE : base + index * slope;
        }
        int at = index * width;
        int word = at >>> 6;
        int shift = at & 63;
        long code = bits[word] >>> shift;
        if (shift + width > Long.SIZE) {
            code |= bits[word + 1] << (Long.SIZE - shift);
        }
        code &= -1L >>> (Long.SIZE - width);
        if (holes) {
            return code == 0 ? NONE : base + code - 1 + index * slope;
        }
        return base + code + index * slope;
    }
}
