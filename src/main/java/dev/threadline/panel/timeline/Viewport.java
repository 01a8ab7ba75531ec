package dev.threadline.panel.timeline;

import dev.threadline.panel.timeline.IdleTime.Stretch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which part of time is visible, and how it moves: fitted to all there is, following the newest, or held by the user.
///
/// Held, growth moves nothing. Pixels count from the left edge of the lanes. Plain Java, single-threaded.
final class Viewport {
    /// Pixels a microsecond at the closest zoom.
    static final double MOST = 1;

    private static final double MOST_FITTED = 0.2;
    private static final double GROWTH = 1.25;
    private static final double LEAST_PER_BAR = 10;
    private static final long GLIDE = 180_000_000;

    /// What it does when time goes on.
    enum Mode {
        /// Shows all.
        FIT,
        /// Keeps the zoom, moves with the newest.
        TAIL,
        /// Stays.
        HELD
    }

    private final Folding folding = new Folding();
    private Mode mode = Mode.FIT;
    private TimeScale scale = TimeScale.linear(0, 0.001);
    private double left;
    private double width = 1000;
    private double gutter;
    private long origin;
    private long now;
    private double fitted = Double.NaN;
    private boolean live;
    private boolean following;
    private List<Stretch> idle = List.of();
    private @Nullable Axis before;
    private long glideBegan;

    /// Takes how things stand; called before each drawing.
    ///
    /// @param newWidth pixels of the lanes
    /// @param newGutter pixels before them
    void space(double newWidth, double newGutter) {
        if (mode == Mode.FIT && newWidth != width) {
            fitted = Double.NaN;
        }
        width = Math.max(1, newWidth);
        gutter = newGutter;
    }

    /// Takes what is known of time.
    ///
    /// @param begin the time at the left edge of all
    /// @param newest the newest time
    /// @param stretches when nothing ran
    /// @param growing whether more is to come
    /// @param follow whether the user wants to see it come
    /// @param bars how many bars the fullest lane has
    void time(long begin, long newest, List<Stretch> stretches, boolean growing, boolean follow, int bars) {
        if (live && !growing) {
            fitted = Double.NaN;
        }
        boolean moved = begin != origin;
        long atLeft = scale.time(left);
        origin = begin;
        now = newest;
        idle = stretches;
        live = growing;
        following = follow;
        if (mode != Mode.HELD && growing && !following) {
            mode = Mode.HELD;
        }
        switch (mode) {
            case FIT -> fitOrTail(bars);
            case TAIL -> tail();
            case HELD -> {
                scale = folding.at(origin, scale.perMicro(), width, idle, now);
                left = moved ? clamped(scale.x(atLeft)) : scale.x(atLeft);
            }
        }
    }

    private void fitOrTail(int bars) {
        if (live && bars * LEAST_PER_BAR > width && !Double.isNaN(fitted)) {
            mode = Mode.TAIL;
            tail();
            return;
        }
        left = 0;
        if (live && !Double.isNaN(fitted)) {
            scale = folding.fitAt(origin, fitted, now, room(), idle, now);
            if (scale.x(now) <= room()) {
                return;
            }
        }
        scale = folding.fit(origin, now, live ? room() / GROWTH : room(), MOST_FITTED, idle, now);
        fitted = scale.perMicro();
    }

    private void tail() {
        scale = folding.at(origin, scale.perMicro(), width, idle, now);
        left = Math.max(0, scale.x(now) + Axis.PAD + rightPad() - width);
    }

    /// The axis to draw with.
    ///
    /// @param nanos the time of `System.nanoTime()`
    Axis axis(long nanos) {
        double passed = (nanos - glideBegan) / (double) GLIDE;
        if (before == null || passed >= 1) {
            before = null;
            return Axis.still(scale, left, gutter);
        }
        double rest = 1 - Math.max(0, passed);
        return new Axis(scale, left, gutter, before, 1 - rest * rest * rest);
    }

    /// Whether it is on its way.
    boolean gliding() {
        return before != null;
    }

    /// Lets the next change be seen as a movement of 180 ms.
    void glide(long nanos) {
        Axis here = axis(nanos);
        before = Axis.still(here.scale(), here.left(), here.gutter());
        glideBegan = nanos;
    }

    Mode mode() {
        return mode;
    }

    /// Pixels a microsecond, outside of folds.
    double perMicro() {
        return scale.perMicro();
    }

    /// The first time visible.
    long from() {
        return scale.time(left - Axis.PAD);
    }

    /// The last time visible.
    long to() {
        return scale.time(left - Axis.PAD + width);
    }

    /// Shows all, folds what was opened, and goes on doing so.
    void fit() {
        folding.reset();
        mode = Mode.FIT;
        fitted = Double.NaN;
        fitOrTail(0);
    }

    /// Shows all, or the newest where all would be too dense.
    void follow() {
        mode = Mode.FIT;
        fitted = Double.NaN;
    }

    /// Zooms by a factor around a pixel of the lanes.
    void zoom(double factor, double at) {
        long anchor = scale.time(at - Axis.PAD + left);
        double least = folding.fit(origin, now, room(), MOST_FITTED, idle, now).perMicro();
        double wanted = Math.min(MOST, scale.perMicro() * factor);
        if (wanted <= least) {
            mode = Mode.FIT;
            fitted = Double.NaN;
            fitOrTail(0);
            return;
        }
        hold(wanted);
        left = clamped(scale.x(anchor) + Axis.PAD - at);
        if (live && following) {
            mode = Mode.TAIL;
            tail();
        }
    }

    /// Moves so that a time stands at the left edge.
    void leftAt(long time) {
        hold(scale.perMicro());
        left = clamped(scale.x(time) + Axis.PAD);
    }

    /// Moves by pixels: what lay to the right comes into view.
    void pan(double pixels) {
        hold(scale.perMicro());
        left = clamped(left + pixels);
    }

    /// Zooms so that a span fills most of the width.
    void show(long first, long last) {
        frame(first, last, width * 0.8, width * 0.1);
    }

    /// Shows exactly a span: what the minimap's window frames.
    void window(long first, long last) {
        frame(first, Math.max(first + 1, last), width, 0);
    }

    private void frame(long first, long last, double pixels, double at) {
        hold(Math.clamp(pixels / Math.max(1, last - first), 1e-12, MOST));
        for (int i = 0; i < 4; i++) {
            double covered = scale.x(last) - scale.x(first);
            hold(Math.clamp(scale.perMicro() * pixels / Math.max(1e-9, covered), 1e-12, MOST));
        }
        left = clamped(scale.x(first) + Axis.PAD - at);
    }

    /// Moves as little as needed to show a span; true where it moved.
    boolean reveal(long first, long last) {
        double a = scale.x(first) + Axis.PAD - left;
        double b = scale.x(last) + Axis.PAD - left;
        if (b > 24 && a < width - 24) {
            return false;
        }
        hold(scale.perMicro());
        left = clamped(scale.x(first) + Axis.PAD - Math.max(24, (width - (b - a)) / 2));
        return true;
    }

    /// Shows an idle stretch at its length; it is named by a time inside.
    void unfold(long inside, double at) {
        for (Stretch stretch : idle) {
            if (stretch.from() <= inside && inside <= stretch.to()) {
                folding.open(stretch.from());
            }
        }
        long anchor = scale.time(at - Axis.PAD + left);
        hold(scale.perMicro());
        left = clamped(scale.x(anchor) + Axis.PAD - at);
    }

    private void hold(double perMicro) {
        mode = Mode.HELD;
        scale = folding.at(origin, perMicro, width, idle, now);
    }

    private double clamped(double wanted) {
        double most = scale.x(Math.max(now, origin)) + Axis.PAD + rightPad() - width;
        return Math.clamp(wanted, 0, Math.max(0, most));
    }

    private double room() {
        return Math.max(20, width - Axis.PAD - rightPad());
    }

    private double rightPad() {
        return Math.clamp(width * 0.125, 48, 132);
    }
}
