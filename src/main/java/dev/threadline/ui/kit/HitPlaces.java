package dev.threadline.ui.kit;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.Execution;
import dev.threadline.session.Hits;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the hits of a search are: their times on the server's clock, so that a picture asks once a pixel and not once
/// a
/// hit, and the executions they belong to. JavaFX thread only.
public final class HitPlaces {
    private static final int BATCH = 256;

    private final OpenRun run;
    private long[] times = new long[64];
    private final Set<Execution> executions = Collections.newSetFromMap(new IdentityHashMap<>());
    private int size;
    private long offset;

    HitPlaces(OpenRun run) {
        this.run = run;
    }

    void reset() {
        size = 0;
        executions.clear();
    }

    void take(Hits hits, long deadline) {
        if (offset != run.executions().clockOffset()) {
            offset = run.executions().clockOffset();
            size = 0;
        }
        int end = hits.size();
        while (size < end && hits.index(size) < run.folded()) {
            if (size == times.length) {
                times = Arrays.copyOf(times, size * 2);
            }
            EventFacts facts = run.log().facts(hits.index(size));
            long time = run.executions().time(facts);
            belongs(run.executions().of(facts));
            // Arrival and server's time are mixed: a picture needs them to ascend more than to the microsecond.
            times[size] = size == 0 ? time : Math.max(time, times[size - 1]);
            size++;
            if (size % BATCH == 0 && System.nanoTime() > deadline) {
                return;
            }
        }
    }

    /// An execution holds a hit where those inside it do.
    private void belongs(@Nullable Execution execution) {
        Execution at = execution;
        while (at != null && executions.add(at)) {
            at = at.parent();
        }
    }

    /// Whether an execution, or one inside it, has a hit.
    public boolean has(Execution execution) {
        return executions.contains(execution);
    }

    /// How many times are known.
    public int size() {
        return size;
    }

    /// A time in microseconds, ascending.
    public long time(int hit) {
        return times[hit];
    }

    /// The first hit at or after a time; [#size] where there is none.
    public int firstAt(long time) {
        int found = Arrays.binarySearch(times, 0, size, time);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && times[found - 1] == time) {
            found--;
        }
        return found;
    }
}
