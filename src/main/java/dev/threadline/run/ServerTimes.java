package dev.threadline.run;

import dev.threadline.capture.EventFacts;

/// The times that the server told in one run, in the order of its stream, by which the other events are placed.
///
/// What arrives between two of them happened between them, whenever it arrived (protocol, section 5.5).
final class ServerTimes {
    private final PackedSeries seqs = new PackedSeries();
    private final PackedSeries times = new PackedSeries();
    private long latest = EventFacts.NO_TIME;
    private long latestSeq;

    /// Takes an event with a server time; one that is earlier than those before counts as the latest of them.
    void add(EventFacts event) {
        latest = Math.max(latest, event.serverTime());
        latestSeq = event.seq();
        seqs.add(latestSeq);
        times.add(latest);
    }

    /// The latest so far, or `NO_TIME`.
    long latest() {
        return latest;
    }

    /// A time of an event without its own, moved to between its neighbours'.
    long between(long seq, long time) {
        if (seq > latestSeq) {
            return latest == EventFacts.NO_TIME ? time : Math.max(time, latest);
        }
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
