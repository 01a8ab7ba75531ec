package dev.threadline.run;

import java.util.Locale;

/// Writes a length of time as people read it: `910 ms`, `2.41 s`, `2 min 14 s`, `1 h 02 min`.
public final class Elapsed {
    private Elapsed() {}

    /// The length in words.
    ///
    /// @param micros microseconds; a negative length is written as 0
    public static String text(long micros) {
        long millis = Math.max(0, (micros + 500) / 1_000);
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 59_995) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1_000.0);
        }
        long seconds = (millis + 500) / 1_000;
        if (seconds < 3_600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        long minutes = (seconds + 30) / 60;
        return String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }
}
