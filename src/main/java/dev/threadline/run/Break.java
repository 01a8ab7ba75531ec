package dev.threadline.run;

import dev.threadline.capture.ConnectionEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A time in which a run was not heard: from the cut of its stream to the moment when it was joined again.
///
/// @param run number of the run
/// @param afterSeq the last event before it, 0 for none
/// @param from when the stream was cut, microseconds since the epoch on this machine's clock
/// @param to when the run was heard again, or given up; the same as `from` where there was no cut
/// @param gap the line that says that events may be missing, or null where all came
/// @param again whether the run was heard again
/// @param filled what is known of the time from elsewhere, in words, or null
public record Break(
        int run,
        long afterSeq,
        long from,
        long to,
        @Nullable ConnectionEntry gap,
        boolean again,
        @Nullable String filled) {
    /// How long it took, in microseconds.
    public long length() {
        return Math.max(0, to - from);
    }

    /// The breaks that a ledger tells of, in order.
    public static List<Break> of(List<ConnectionEntry> ledger) {
        List<Break> breaks = new ArrayList<>();
        ConnectionEntry cut = null;
        for (ConnectionEntry line : ledger) {
            if (cut != null && line.run() != cut.run()) {
                breaks.add(lost(cut, cut.at()));
                cut = null;
            }
            switch (line.kind()) {
                case CUT -> cut = cut == null ? line : cut;
                case OPENED, RESUMED -> {
                    if (cut != null) {
                        breaks.add(new Break(cut.run(), cut.afterSeq(), cut.at(), line.at(), null, true, null));
                        cut = null;
                    }
                }
                case GAP -> {
                    gap(breaks, cut, line);
                    cut = null;
                }
                case FILLED -> filled(breaks, line);
                case TRIED, COMMENT, ENDED, TAIL, CLOSED, DUPLICATE -> {}
            }
        }
        if (cut != null) {
            breaks.add(lost(cut, ledger.getLast().at()));
        }
        return List.copyOf(breaks);
    }

    private static Break lost(ConnectionEntry cut, long to) {
        return new Break(cut.run(), cut.afterSeq(), cut.at(), Math.max(cut.at(), to), null, false, null);
    }

    /// A gap belongs to the break at its place; where there is none it is one of its own.
    private static void gap(List<Break> breaks, @Nullable ConnectionEntry cut, ConnectionEntry line) {
        if (cut != null) {
            breaks.add(new Break(cut.run(), cut.afterSeq(), cut.at(), line.at(), line, true, null));
            return;
        }
        Break last = breaks.isEmpty() ? null : breaks.getLast();
        if (last != null && last.gap() == null && last.run() == line.run() && last.afterSeq() == line.afterSeq()) {
            breaks.set(
                    breaks.size() - 1,
                    new Break(last.run(), last.afterSeq(), last.from(), last.to(), line, last.again(), last.filled()));
        } else {
            breaks.add(new Break(line.run(), line.afterSeq(), line.at(), line.at(), line, true, null));
        }
    }

    private static void filled(List<Break> breaks, ConnectionEntry line) {
        for (int i = breaks.size() - 1; i >= 0; i--) {
            Break each = breaks.get(i);
            if (each.gap() != null && each.run() == line.run()) {
                breaks.set(
                        i,
                        new Break(
                                each.run(),
                                each.afterSeq(),
                                each.from(),
                                each.to(),
                                each.gap(),
                                each.again(),
                                line.detail()));
                return;
            }
        }
    }
}
