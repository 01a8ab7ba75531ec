package dev.threadline.panel.timeline;

/// Where a time stands in pixels: linear, except that folded stretches have a width of their own.
///
/// Times are microseconds on the server's clock, pixels count from the origin. Strictly rising, so every pixel is one
/// time and the other way round. Immutable.
final class TimeScale {
    private final long origin;
    private final double perMicro;
    private final long[] from;
    private final long[] to;
    private final double[] left;
    private final double[] width;

    /// A scale with folds.
    ///
    /// @param origin the time at pixel 0
    /// @param perMicro pixels a microsecond, above 0
    /// @param from where each fold begins, ascending, none before the end of the one before
    /// @param to where each fold ends, after its begin
    /// @param width pixels of each fold, above 0
    TimeScale(long origin, double perMicro, long[] from, long[] to, double[] width) {
        this.origin = origin;
        this.perMicro = perMicro;
        this.from = from;
        this.to = to;
        this.width = width;
        this.left = new double[from.length];
        double x = 0;
        long time = origin;
        for (int i = 0; i < from.length; i++) {
            x += (from[i] - time) * perMicro;
            left[i] = x;
            x += width[i];
            time = to[i];
        }
    }

    /// A scale without folds.
    static TimeScale linear(long origin, double perMicro) {
        return new TimeScale(origin, perMicro, new long[0], new long[0], new double[0]);
    }

    long origin() {
        return origin;
    }

    /// Pixels a microsecond outside of folds.
    double perMicro() {
        return perMicro;
    }

    /// The pixel of a time.
    double x(long time) {
        int fold = last(from, time);
        if (fold < 0) {
            return (time - origin) * perMicro;
        }
        if (time >= to[fold]) {
            return left[fold] + width[fold] + (time - to[fold]) * perMicro;
        }
        return left[fold] + width[fold] * ((double) (time - from[fold]) / (to[fold] - from[fold]));
    }

    /// The time at a pixel, to the nearest microsecond.
    long time(double x) {
        int fold = foldBefore(x);
        if (fold < 0) {
            return origin + Math.round(x / perMicro);
        }
        double inside = x - left[fold];
        if (inside >= width[fold]) {
            return to[fold] + Math.round((inside - width[fold]) / perMicro);
        }
        return from[fold] + Math.round(inside / width[fold] * (to[fold] - from[fold]));
    }

    /// How many folds there are.
    int folds() {
        return from.length;
    }

    long foldFrom(int fold) {
        return from[fold];
    }

    long foldTo(int fold) {
        return to[fold];
    }

    private int foldBefore(double x) {
        int low = 0;
        int high = left.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (left[middle] <= x) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /// The last position whose value is at or below the key, or -1.
    private static int last(long[] ascending, long key) {
        int low = 0;
        int high = ascending.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] <= key) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
