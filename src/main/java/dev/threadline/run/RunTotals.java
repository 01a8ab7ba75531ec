package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/// The figures of one run; grown by [RunSummary], read on the thread that folds.
public final class RunTotals {
    private final int number;
    private final Set<String> interrupts = new HashSet<>();
    private RunStatus status = RunStatus.STARTING;
    private boolean told;
    private int events;
    private long bytes;
    int gaps;
    private int malformed;
    private int unknown;
    private int tokens;
    private int step = EventFacts.NO_STEP;
    private long errorSeq;
    private long first = EventFacts.NO_TIME;
    private long last = EventFacts.NO_TIME;

    RunTotals(int number) {
        this.number = number;
    }

    /// Takes an event of this run; false for one that was replayed, or never came, and does not count.
    boolean accept(EventFacts event) {
        if (event.is(EventFlag.DUPLICATE) || event.is(EventFlag.HISTORY)) {
            return false;
        }
        events++;
        bytes += event.size();
        first = first == EventFacts.NO_TIME ? event.receivedAt() : first;
        last = Math.max(last, event.receivedAt());
        malformed += event.kind() == EventKind.MALFORMED ? 1 : 0;
        unknown += event.kind() == EventKind.UNKNOWN ? 1 : 0;
        tokens += event.is(EventFlag.TOKEN) ? 1 : 0;
        if (event.hasStep() && event.namespace().isEmpty()) {
            step = Math.max(step, event.step());
        }
        if (event.is(EventFlag.INTERRUPT)) {
            interrupts.addAll(
                    Arrays.asList(Objects.requireNonNullElse(event.ref(), "").split(",")));
        }
        boolean error = event.mode().equals("error");
        errorSeq = error ? event.seq() : errorSeq;
        if (!told) {
            status = error ? RunStatus.FAILED : status == RunStatus.STARTING ? RunStatus.RUNNING : status;
        }
        return true;
    }

    void tell(RunStatus said) {
        status = said;
        told = said.ended();
    }

    long length() {
        return first == EventFacts.NO_TIME ? 0 : last - first;
    }

    /// Number of the run in the capture.
    public int number() {
        return number;
    }

    /// How it stands: what was said of it, else what its events show.
    public RunStatus status() {
        return status;
    }

    /// How many events arrived, replayed ones not counted.
    public int events() {
        return events;
    }

    /// Bytes of their payloads.
    public long bytes() {
        return bytes;
    }

    /// Places where events may be missing.
    public int gaps() {
        return gaps;
    }

    /// Events that are not JSON.
    public int malformed() {
        return malformed;
    }

    /// Events with a name or shape that Threadline does not know.
    public int unknown() {
        return unknown;
    }

    /// Tokens of all models.
    public int tokens() {
        return tokens;
    }

    /// Distinct interrupts; a static breakpoint counts as one.
    public int interrupts() {
        return interrupts.size();
    }

    /// The superstep of the root that is running or ran last, or [EventFacts#NO_STEP].
    public int step() {
        return step;
    }

    /// The event that holds the failure, for [RunFailure#of], or 0.
    public long errorSeq() {
        return errorSeq;
    }

    /// Arrival of the first event: microseconds, this machine's clock, or [EventFacts#NO_TIME].
    public long first() {
        return first;
    }

    /// Arrival of the last event, the same way.
    public long last() {
        return last;
    }
}
