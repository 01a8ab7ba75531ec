package dev.threadline.panel.timeline;

import org.jspecify.annotations.Nullable;

/// The time axis of one drawing: a scale, moved by the scroll position, on its way from where it stood before.
///
/// Pixels count from the left edge of the canvas, gutter included. Immutable.
///
/// @param scale the scale
/// @param left pixels scrolled away
/// @param gutter where the lanes begin
/// @param before the axis that a zoom or jump began at, or null at rest
/// @param progress how far it has come from there, 0 to 1
record Axis(
        TimeScale scale,
        double left,
        double gutter,
        @Nullable Axis before,
        double progress) {
    /// Room before the origin.
    static final double PAD = 10;

    /// An axis at rest.
    static Axis still(TimeScale scale, double left, double gutter) {
        return new Axis(scale, left, gutter, null, 1);
    }

    /// The pixel of a time.
    double x(long time) {
        double x = gutter + PAD + scale.x(time) - left;
        return before == null ? x : before.x(time) * (1 - progress) + x * progress;
    }

    /// The time at a pixel, where the axis will come to rest.
    long time(double x) {
        return scale.time(x - gutter - PAD + left);
    }

    /// The fold at a pixel, or -1.
    int foldAt(double x) {
        for (int i = 0; i < scale.folds(); i++) {
            if (x(scale.foldFrom(i)) <= x && x < x(scale.foldTo(i))) {
                return i;
            }
        }
        return -1;
    }
}
