package dev.threadline.run;

import dev.threadline.capture.EventFacts;

/// The times that the server told in one run, in the order of its stream, by which the other events are placed.
///
/// What arrives between two of them happened between them, whenever it arrived (protocol, section 5.5).
final class ServerTimes {
    private final LongSeries seqs = new LongSeries();
    private final LongSeries times = new LongSeries();

    /// Takes an event with a server time; one that is earlier than those before counts as the latest of them.
    void add(EventFacts event) {
        seqs.add(event.seq());
        times.add(Math.max(latest(), event.serverTime()));
    }

    /// The latest so far, or `NO_TIME`.
    long latest() {
        return times.size() == 0 ? EventFacts.NO_TIME : times.get(times.size() - 1);
    }

    /// A time of an event without its own, moved to between its neighbours'.
    long between(long seq, long time) {
        int next = firstAfter(seq);
        long earliest = next == 0 ? time : times.get(next - 1);
        long latest = next == times.size() ? Long.MAX_VALUE : times.get(next);
        return Math.min(Math.max(time, earliest), latest);
    }

    private int firstAfter(long seq) {
        int low = 0;
        int high = seqs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seqs.get(middle) <= seq) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
