package dev.threadline.panel.timeline;

/// Where times stand in the minimap: linear from the first to the newest.
///
/// @param origin the first time
/// @param now the newest
/// @param left pixel of the first
/// @param width pixels from the first to the newest
record Minimap(long origin, long now, double left, double width) {
    private static final double SIDE = 10;

    static Minimap of(Frame f) {
        return of(f.origin(), f.now(), f.gutter(), f.width());
    }

    static Minimap of(long origin, long now, double gutter, double width) {
        return new Minimap(origin, Math.max(now, origin + 1), gutter + SIDE, Math.max(1, width - gutter - 2 * SIDE));
    }

    double x(long time) {
        return left + (double) (time - origin) / (now - origin) * width;
    }

    long time(double x) {
        return origin + Math.round((x - left) / width * (now - origin));
    }
}
