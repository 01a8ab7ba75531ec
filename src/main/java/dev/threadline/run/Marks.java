package dev.threadline.run;

/// The custom events of one namespace: sequence numbers and times, ascending; they tell no node.
///
/// Grown by [Executions]; read on the thread that folds.
public final class Marks {
    private final LongSeries seqs = new LongSeries();
    private final LongSeries times = new LongSeries();

    /// The events' sequence numbers.
    public LongSeries seqs() {
        return seqs;
    }

    /// Arrival moved to the server's clock, in microseconds.
    public LongSeries times() {
        return times;
    }
}
