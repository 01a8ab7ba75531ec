package dev.threadline.run;

import java.util.ArrayList;
import java.util.List;

/// A growing row of numbers that don't change, the older ones packed; single-threaded.
final class PackedSeries {
    private static final int CHUNK = 256;

    private final List<PackedColumn> packed = new ArrayList<>(0);
    private final LongSeries open = new LongSeries();

    int size() {
        return packed.size() * CHUNK + open.size();
    }

    void add(long value) {
        if (open.size() == CHUNK) {
            packed.add(open.pack());
            open.clear();
        }
        open.add(value);
    }

    long get(int index) {
        int chunk = index / CHUNK;
        return chunk < packed.size() ? packed.get(chunk).get(index % CHUNK) : open.get(index % CHUNK);
    }
}
