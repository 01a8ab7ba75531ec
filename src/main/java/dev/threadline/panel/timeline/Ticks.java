package dev.threadline.panel.timeline;

import dev.threadline.ui.kit.Figures;
import dev.threadline.words.Words;

/// How a ruler is divided: the distance of its marks and the unit of its numbers.
///
/// @param step microseconds from number to number
/// @param unit microseconds of the unit: a millisecond, a second or a minute
record Ticks(long step, long unit) {
    private static final Words WORDS = Words.of(Ticks.class);
    private static final long MILLISECOND = 1000;
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;

    /// The finest division whose numbers stand at least `room` pixels apart.
    static Ticks of(double perMicro, double room) {
        double least = room / perMicro;
        long unit = least < SECOND / 2.0 ? MILLISECOND : least < MINUTE / 2.0 ? SECOND : MINUTE;
        double power = Math.pow(10, Math.floor(Math.log10(least / unit)));
        for (double factor : new double[] {1, 2, 4, 5, 10}) {
            long step = Math.round(unit * power * factor);
            if (step >= least && step >= 2) {
                return new Ticks(step, unit);
            }
        }
        return new Ticks(Math.max(2, Math.round(unit * power * 20)), unit);
    }

    /// The number at a time after the origin: whole units where the step is one, else as many digits as it needs.
    String number(long time) {
        if (step % unit == 0) {
            return Figures.count(time / unit);
        }
        String digits = new java.math.BigDecimal(time)
                .divide(new java.math.BigDecimal(unit), 6, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return digits;
    }

    /// What stands in the gutter.
    String words() {
        String name = unit == MILLISECOND ? "ms" : unit == SECOND ? "s" : "min";
        return WORDS.text("ticks.clock", name);
    }
}
