package dev.threadline.ui.kit;

import dev.threadline.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers, durations, bytes and times as the look words them (section 8).
public final class Figures {
    private static final Words WORDS = Words.of(Figures.class);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private Figures() {}

    /// A count with the user's grouping: `1,204`.
    public static String count(long number) {
        return String.format("%,d", number);
    }

    /// A duration in microseconds: `910 ms`, `2.41 s`, `2 min 14 s`, `1 h 02 min`.
    public static String duration(long micros) {
        long millis = Math.round(micros / 1000.0);
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1000.0);
        }
        long seconds = millis / 1000;
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }

    /// A text as one line of at most so many characters; a cut is told by `…`.
    public static String line(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }

    /// Bytes in decimal units: `264 B`, `8.5 kB`, `1.0 MB`.
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes / 1000.0;
        for (String unit : new String[] {"kB", "MB", "GB"}) {
            if (value < 999.95 || unit.equals("GB")) {
                return String.format(Locale.ROOT, "%.1f %s", value, unit);
            }
            value /= 1000;
        }
        throw new IllegalStateException();
    }

    /// An absolute time of day of microseconds since the epoch: `05:21:44.071`.
    public static String clock(long micros) {
        return CLOCK.format(instant(micros).atZone(ZoneId.systemDefault()));
    }

    /// How long ago: `now`, `4 m`, `2 h`, then the date.
    public static String age(Instant then, Instant now) {
        long minutes = Math.max(0, (now.toEpochMilli() - then.toEpochMilli()) / 60_000);
        if (minutes < 1) {
            return WORDS.text("figures.now");
        }
        if (minutes < 60) {
            return minutes + " m";
        }
        if (minutes < 24 * 60) {
            return minutes / 60 + " h";
        }
        return day(then.atZone(ZoneId.systemDefault()));
    }

    /// The day of a time, without its year.
    public static String day(ZonedDateTime at) {
        return DateTimeFormatter.ofPattern("d MMM", Locale.getDefault(Locale.Category.FORMAT))
                .format(at);
    }

    /// The instant of microseconds since the epoch.
    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
    }

    /// An id cut in the middle, its tail kept: `01a201b4…299e`.
    public static String id(String id) {
        return id.length() <= 14 ? id : id.substring(0, 8) + "…" + tail(id);
    }

    /// The last four characters of an id.
    public static String tail(String id) {
        return id.length() <= 4 ? id : id.substring(id.length() - 4);
    }

    /// A checkpoint id with its first two groups kept: `1f1e634a-2290…`.
    public static String checkpoint(String id) {
        return id.length() <= 14 ? id : id.substring(0, 13) + "…";
    }
}
