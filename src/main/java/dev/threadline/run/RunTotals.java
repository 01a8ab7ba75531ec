package dev.threadline.run;

import dev.threadline.capture.EventFacts;

/// The figures of one run; grown by [RunSummary], read on the thread that folds.
public final class RunTotals {
    private final int number;
    RunStatus status = RunStatus.STARTING;
    int events;
    long bytes;
    int gaps;
    int malformed;
    int unknown;
    int tokens;
    int interrupts;
    int step = EventFacts.NO_STEP;
    long errorSeq;
    long first = EventFacts.NO_TIME;
    long last = EventFacts.NO_TIME;

    RunTotals(int number) {
        this.number = number;
    }

    /// Number of the run in the capture.
    public int number() {
        return number;
    }

    /// How it stands.
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
        return interrupts;
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
