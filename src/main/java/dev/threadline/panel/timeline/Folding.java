package dev.threadline.panel.timeline;

import dev.threadline.panel.timeline.IdleTime.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Decides which idle stretches are folded: those longer than a quarter of what is visible, unless opened by the user.
///
/// A little of the stretch stays linear at both sides of the fold, so that a wait is seen to begin and to end.
final class Folding {
    private static final double SIDE = 14;
    private static final double WAITING_LEFT = 140;
    private static final double WAITING_RIGHT = 48;
    private static final double NARROW = 86;
    private static final double WIDE = 110;
    private static final long LONG = 10_000_000;

    private final Set<Long> opened = new HashSet<>();

    /// Shows a stretch at its full length from now on; it is named by its begin.
    void open(long from) {
        opened.add(from);
    }

    /// Lets every stretch be folded again.
    void reset() {
        opened.clear();
    }

    /// The scale at a given zoom.
    ///
    /// @param width pixels visible
    /// @param now the end of the newest stretch: one that ends there is a wait that goes on
    TimeScale at(long origin, double perMicro, double width, List<Stretch> idle, long now) {
        List<Stretch> folded = new ArrayList<>();
        for (Stretch stretch : idle) {
            if (stretch.length() * perMicro > width / 4 && gains(stretch, perMicro, now)) {
                folded.add(stretch);
            }
        }
        return scale(origin, perMicro, folded, now);
    }

    /// The scale that shows all from the origin to `end` in `width` pixels, at most `most` pixels a microsecond.
    TimeScale fit(long origin, long end, double width, double most, List<Stretch> idle, long now) {
        List<Stretch> folded = choose(origin, end, width, idle, now);
        double room = width;
        long rest = end - origin;
        for (Stretch stretch : folded) {
            room -= needed(stretch, now);
            rest -= stretch.length();
        }
        double perMicro = Math.min(most, room / Math.max(1, rest));
        folded.removeIf(stretch -> !gains(stretch, perMicro, now));
        return scale(origin, perMicro, folded, now);
    }

    /// The scale with the folds of [#fit] at a zoom that is a little smaller: while a run grows into the space left.
    TimeScale fitAt(long origin, double perMicro, long end, double width, List<Stretch> idle, long now) {
        List<Stretch> folded = choose(origin, end, width, idle, now);
        folded.removeIf(stretch -> !gains(stretch, perMicro, now));
        return scale(origin, perMicro, folded, now);
    }

    /// The longest first, as long as each is over a quarter of what the others leave.
    private List<Stretch> choose(long origin, long end, double width, List<Stretch> idle, long now) {
        List<Stretch> bySize = new ArrayList<>(idle);
        bySize.sort(Comparator.comparingLong(Stretch::length).reversed());
        List<Stretch> folded = new ArrayList<>();
        double room = width;
        long rest = end - origin;
        for (Stretch stretch : bySize) {
            room -= needed(stretch, now);
            if (stretch.length() <= rest / 4 || room < width / 3) {
                break;
            }
            if (!opened.contains(stretch.from())) {
                folded.add(stretch);
                rest -= stretch.length();
            }
        }
        folded.sort(Comparator.comparingLong(Stretch::from));
        return folded;
    }

    private static double needed(Stretch stretch, long now) {
        return width(stretch) + left(stretch, now) + right(stretch, now);
    }

    private boolean gains(Stretch stretch, double perMicro, long now) {
        return !opened.contains(stretch.from()) && stretch.length() * perMicro > needed(stretch, now);
    }

    private static TimeScale scale(long origin, double perMicro, List<Stretch> folded, long now) {
        int count = folded.size();
        long[] from = new long[count];
        long[] to = new long[count];
        double[] width = new double[count];
        for (int i = 0; i < count; i++) {
            Stretch stretch = folded.get(i);
            from[i] = stretch.from() + (long) (left(stretch, now) / perMicro);
            to[i] = Math.max(from[i] + 1, stretch.to() - (long) (right(stretch, now) / perMicro));
            width[i] = width(stretch);
        }
        return new TimeScale(origin, perMicro, from, to, width);
    }

    private static double width(Stretch stretch) {
        return stretch.length() < LONG ? NARROW : WIDE;
    }

    private static double left(Stretch stretch, long now) {
        return stretch.to() == now ? WAITING_LEFT : SIDE;
    }

    private static double right(Stretch stretch, long now) {
        return stretch.to() == now ? WAITING_RIGHT : SIDE;
    }
}
