package dev.threadline.panel.timeline;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.Execution;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// The stretches in which nothing ran, longer than 400 ms: what may be folded (look, section 8).
///
/// Grows with the executions, looking at each once. Times are microseconds on the server's clock.
final class IdleTime {
    /// Shorter stretches never fold.
    static final long LEAST = 400_000;

    /// A stretch in which nothing ran.
    ///
    /// @param from when the last execution ended
    /// @param to when the next one began
    record Stretch(long from, long to) {
        long length() {
            return to - from;
        }
    }

    private final List<Stretch> found = new ArrayList<>();
    private final List<Execution> open = new ArrayList<>();
    private int looked;
    private long busyUntil;

    /// Takes the executions added since the last look.
    ///
    /// @param origin where time begins
    void update(long origin, List<Execution> all) {
        if (looked == 0) {
            busyUntil = origin;
        }
        settle();
        for (; looked < all.size(); looked++) {
            Execution next = all.get(looked);
            if (open.isEmpty() && next.start() - busyUntil > LEAST) {
                found.add(new Stretch(busyUntil, next.start()));
            }
            open.add(next);
            settle();
        }
    }

    /// The stretches, the last one lasting until now where nothing runs.
    ///
    /// @param now the newest time known
    List<Stretch> until(long now) {
        if (!open.isEmpty() || looked == 0 || now - busyUntil <= LEAST) {
            return found;
        }
        List<Stretch> withLast = new ArrayList<>(found);
        withLast.add(new Stretch(busyUntil, now));
        return withLast;
    }

    private void settle() {
        for (Iterator<Execution> each = open.iterator(); each.hasNext(); ) {
            Execution execution = each.next();
            if (execution.end() != EventFacts.NO_TIME) {
                busyUntil = Math.max(busyUntil, execution.end());
                each.remove();
            }
        }
    }
}
