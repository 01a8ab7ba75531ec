package dev.threadline.run;

/// The custom events of one namespace: sequence numbers and times, ascending; they tell no node.
///
/// Grown by [Executions]; read on the thread that folds.
public final class Marks {
    private final LongSeries seqs = new LongSeries();
    boolean unbound;
    private final LongSeries times = new LongSeries();

    /// The events' sequence numbers.
    public LongSeries seqs() {
        return seqs;
    }

    /// Arrival moved to the server's clock, in microseconds, between the server times around it in the stream.
    public LongSeries times() {
        return times;
    }

    void add(long seq, long time, boolean fixed) {
        seqs.add(seq);
        if (fixed) {
            times.addFixed(time);
        } else {
            times.add(time);
        }
    }

    void bound(long latest) {
        times.bound(latest);
    }

    void rebase(long shift) {
        times.shift(shift);
    }
}
