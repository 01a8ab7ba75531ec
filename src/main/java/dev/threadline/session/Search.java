package dev.threadline.session;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.Needle;
import dev.threadline.capture.PayloadSearch;
import dev.threadline.run.EventCondition;
import dev.threadline.run.EventLog;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A search over a recording, from its first event to its newest; goes on where the recording grows.
///
/// One thread calls [#advance], which blocks; any thread reads how far it is. Conditions on facts are decided on the
/// log's columns; payloads are looked at in slices, small ones first, so that hits come early and a stop is heard soon.
public final class Search {
    private static final long FIRST_SLICE = 1L << 20;
    private static final long SLICE = 16L << 20;
    private static final int SLICE_EVENTS = 1 << 16;

    private final Recording recording;
    private final Query query;
    private final Hits hits = new Hits();
    private long budget = FIRST_SLICE;
    private volatile int searched;
    private volatile long unreadable;

    /// What is looked for.
    ///
    /// @param needle the text in the payload, or null where any will do
    /// @param condition what the event's facts must be
    public record Query(@Nullable Needle needle, EventCondition condition) {
        /// Whether every event is a hit.
        public boolean any() {
            return needle == null && condition.any();
        }
    }

    /// A search that has not begun.
    public Search(Recording recording, Query query) {
        this.recording = recording;
        this.query = query;
    }

    /// What is looked for.
    public Query query() {
        return query;
    }

    /// What was found so far.
    public Hits hits() {
        return hits;
    }

    /// How many events were looked at so far; every hit among them is in [#hits].
    public int searched() {
        return searched;
    }

    /// How many payloads could not be read.
    public long unreadable() {
        return unreadable;
    }

    /// Looks at all events there are by now, until that is done or `goOn`, asked after each slice, says no.
    ///
    /// @throws CaptureFailure where the file can't be read
    public void advance(BooleanSupplier goOn) throws CaptureFailure {
        Needle needle = query.needle();
        if (needle == null) {
            while (searched < recording.log().size()) {
                facts();
                if (!goOn.getAsBoolean()) {
                    return;
                }
            }
            return;
        }
        long before = unreadable;
        try (PayloadSearch payloads = recording.search(needle)) {
            while (searched < recording.log().size()) {
                texts(payloads);
                unreadable = before + payloads.unreadable();
                if (!goOn.getAsBoolean()) {
                    return;
                }
            }
        }
    }

    private void facts() {
        EventCondition.Test test = query.condition().over(recording.log());
        int end = Math.min(recording.log().size(), searched + SLICE_EVENTS);
        for (int i = searched; i < end; i++) {
            if (test.meets(i)) {
                hits.add(i);
            }
        }
        searched = end;
    }

    private void texts(PayloadSearch payloads) throws CaptureFailure {
        EventLog log = recording.log();
        EventCondition.Test test = query.condition().over(log);
        int from = searched;
        int most = Math.min(log.size(), from + SLICE_EVENTS);
        long[] wanted = new long[most - from];
        int count = 0;
        int end = from;
        for (long bytes = 0; end < most && bytes < budget; end++) {
            if (test.meets(end)) {
                wanted[count++] = log.seq(end);
                bytes += log.size(end);
            }
        }
        budget = Math.min(SLICE, budget * 2);
        if (count == end - from) {
            payloads.find(log.seq(from), log.seq(end - 1), seq -> hits.add(log.indexOf(seq)));
        } else if (count > 0) {
            payloads.find(java.util.Arrays.copyOf(wanted, count), seq -> hits.add(log.indexOf(seq)));
        }
        searched = end;
    }
}
