package dev.threadline.run;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The figures of a capture, run by run and in all.
///
/// Single-threaded.
public final class RunSummary implements Projection {
    private final NavigableMap<Integer, RunTotals> runs = new TreeMap<>();
    private RunTotals last = new RunTotals(-1);
    private int events;
    private long bytes;
    private int gaps;
    private int revision;

    @Override
    public void accept(EventFacts event) {
        RunTotals run = run(event.run());
        if (run.accept(event)) {
            events++;
            bytes += event.size();
        }
        revision++;
    }

    @Override
    public void status(int run, RunStatus status) {
        run(run).tell(status);
        revision++;
    }

    @Override
    public void connection(ConnectionEntry entry) {
        if (entry.kind() == ConnectionEntry.Kind.GAP) {
            run(entry.run()).gaps++;
            gaps++;
            revision++;
        }
    }

    private RunTotals run(int number) {
        if (number != last.number()) {
            last = runs.computeIfAbsent(number, RunTotals::new);
        }
        return last;
    }

    /// A number that grows with every change.
    public int revision() {
        return revision;
    }

    /// The runs in order.
    public Collection<RunTotals> runs() {
        return Collections.unmodifiableCollection(runs.values());
    }

    /// The run begun last, or null before the first.
    public @Nullable RunTotals current() {
        return runs.isEmpty() ? null : runs.lastEntry().getValue();
    }

    /// How many events of all runs, replayed ones not counted.
    public int events() {
        return events;
    }

    /// Bytes of their payloads.
    public long bytes() {
        return bytes;
    }

    /// Gaps of all runs.
    public int gaps() {
        return gaps;
    }

    /// Microseconds during which runs were at work, by arrival.
    public long active() {
        long sum = 0;
        for (RunTotals run : runs.values()) {
            sum += run.length();
        }
        return sum;
    }

    /// Microseconds between the end of a run that stopped at a question and the begin of the next, by arrival.
    public long waited() {
        long sum = 0;
        Iterator<RunTotals> all = runs.values().iterator();
        RunTotals before = all.hasNext() ? all.next() : null;
        while (before != null && all.hasNext()) {
            RunTotals next = all.next();
            boolean both = before.last() != EventFacts.NO_TIME && next.first() != EventFacts.NO_TIME;
            if (both && before.status() == RunStatus.WAITING) {
                sum += Math.max(0, next.first() - before.last());
            }
            before = next;
        }
        return sum;
    }
}
