package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One execution of a node: a task of one run, the bar of the timeline (protocol, section 5).
///
/// Mutable, grown by [Executions]; read on the thread that folds.
public final class Execution {
    /// How an execution stands.
    public enum State {
        /// Started, no end seen.
        RUNNING,
        /// Ended with a result.
        DONE,
        /// Stopped at an interrupt.
        WAITING,
        /// Ended with an error.
        FAILED,
        /// Ended because the run was cancelled.
        CANCELLED,
        /// Answered from the cache or replayed.
        CACHED,
        /// Ended, nobody says how.
        UNKNOWN
    }

    private static final LongSeries NO_TOKENS = new LongSeries();

    private final int index;
    private final int run;
    private final String namespace;
    /// The task's id: a UUID in sixteen bytes, another one as it is.
    private final long most;

    private final long least;
    private final @Nullable String otherTask;
    private final @Nullable Execution parent;
    private final Lane lane;
    private final int row;
    int step;
    long startSeq;
    State state = State.RUNNING;
    long start;
    long end = EventFacts.NO_TIME;
    private long startLatest = Long.MAX_VALUE;
    private long endLatest = Long.MAX_VALUE;
    Evidence startEvidence = Evidence.NONE;
    Evidence endEvidence = Evidence.NONE;

    /// The execution of the same task in its namespace that began before this one, in whichever run.
    @Nullable
    Execution before;

    /// Whether a server time that comes will bound what stands at arrivals.
    boolean unbound;

    int attempts;
    long resultSeq;
    long updateSeq;
    boolean updateEmpty;
    boolean resultTells;
    boolean group;
    boolean fanOut;
    private LongSeries tokenTimes = NO_TOKENS;

    Execution(int index, EventFacts start, Lane lane, @Nullable Execution parent) {
        this.index = index;
        this.run = start.run();
        this.namespace = start.namespace();
        String task = start.task() == null ? "" : start.task();
        boolean uuid = Uuid.is(task, 0);
        this.most = uuid ? Uuid.most(task, 0) : 0;
        this.least = uuid ? Uuid.least(task, 0) : 0;
        this.otherTask = uuid ? null : task;
        this.step = start.step();
        this.startSeq = start.seq();
        this.lane = lane;
        this.parent = parent;
        this.row = lane.freeRow();
        lane.add(this);
    }

    /// Position in [Executions#all].
    public int index() {
        return index;
    }

    /// Number of the run in the capture.
    public int run() {
        return run;
    }

    /// Namespace with task ids; `""` is the root.
    public String namespace() {
        return namespace;
    }

    /// The node's name.
    public String node() {
        return lane.node();
    }

    /// The task's id.
    public String task() {
        return otherTask == null ? Uuid.text(most, least) : otherTask;
    }

    /// A number for its task and namespace.
    int hash() {
        return TaskTable.hash(namespace, otherTask, most, least);
    }

    /// Whether it is of this task: `other`, or a UUID where that is null.
    boolean is(String place, @Nullable String other, long high, long low) {
        return high == most && low == least && Objects.equals(other, otherTask) && place.equals(namespace);
    }

    /// The superstep in its namespace, or [EventFacts#NO_STEP].
    public int step() {
        return step;
    }

    /// How it stands.
    public State state() {
        return state;
    }

    /// When it started: microseconds since the epoch, server clock. Where the server gave no time, the arrival plus the
    /// offset, but never after the next time that the server gave in the stream.
    public long start() {
        return start;
    }

    /// When it ended, same clock and never before its start, or [EventFacts#NO_TIME] while it runs.
    public long end() {
        return open() ? EventFacts.NO_TIME : Math.max(start, end);
    }

    /// The event that started it.
    public long startSeq() {
        return startSeq;
    }

    /// Its task result, or 0.
    public long resultSeq() {
        return resultSeq;
    }

    /// Its `updates` event, or 0; also 0 where that was cut to nothing (Python's output schema) and the result tells
    /// more.
    public long updateSeq() {
        return updateEmpty && resultTells ? 0 : updateSeq;
    }

    /// How many tokens it streamed.
    public int tokens() {
        return tokenTimes.size();
    }

    /// Arrival of each token moved to the server's clock, ascending, none after its end.
    public LongSeries tokenTimes() {
        return tokenTimes;
    }

    /// Whether it encloses a subgraph's executions.
    public boolean group() {
        return group;
    }

    /// Whether it was made by Send.
    public boolean fanOut() {
        return fanOut;
    }

    /// The execution that encloses it, or null at the root.
    public @Nullable Execution parent() {
        return parent;
    }

    /// The lane it is drawn in.
    public Lane lane() {
        return lane;
    }

    /// The row within its lane: executions at the same time stand in rows below each other, from 0.
    public int row() {
        return row;
    }

    /// How often its code began, or 0 where mode `events` was not asked for: only that counts retries.
    public int attempts() {
        return attempts;
    }

    /// The execution of the same task in an earlier run, which stopped or failed and is taken up by this one; or null.
    public @Nullable Execution earlier() {
        Execution last = before;
        return last != null && last.run() < run ? last : null;
    }

    /// Whether its start stands at an arrival, moved by the clock offset, or where it was sent, for want of a server
    /// time.
    public boolean startByArrival() {
        return startEvidence != Evidence.DEBUG;
    }

    /// Whether its end stands so; false while it runs.
    public boolean endByArrival() {
        return state != State.RUNNING && endEvidence != Evidence.DEBUG;
    }

    boolean open() {
        return state == State.RUNNING;
    }

    /// @param fixed whether no later offset moves the time
    void begin(long time, Evidence evidence, boolean fixed) {
        start = time;
        startEvidence = evidence;
        startLatest = fixed ? time : Long.MAX_VALUE;
    }

    /// @param fixed whether no later offset moves the time
    void close(State how, long time, Evidence evidence, boolean fixed) {
        state = how;
        lane.opened(this, false);
        end = time;
        endEvidence = evidence;
        endLatest = fixed ? time : Long.MAX_VALUE;
        if (tokenTimes != NO_TOKENS) {
            tokenTimes.end(end());
            tokenTimes.trim();
        }
    }

    void token(long time, boolean fixed) {
        if (tokenTimes == NO_TOKENS) {
            tokenTimes = new LongSeries();
        }
        long inside = open() ? time : Math.min(time, end());
        if (fixed) {
            tokenTimes.addFixed(inside);
        } else {
            tokenTimes.add(inside);
        }
    }

    /// Holds what stands at arrivals at or before a time that the server told later in the stream.
    void bound(long latest) {
        if (startByArrival()) {
            startLatest = Math.min(startLatest, latest);
            start = Math.min(start, startLatest);
        }
        if (endByArrival()) {
            endLatest = Math.min(endLatest, latest);
            end = Math.min(end, endLatest);
        }
        if (tokenTimes != NO_TOKENS) {
            tokenTimes.bound(latest);
        }
    }

    void reopen() {
        state = State.RUNNING;
        lane.opened(this, true);
        end = EventFacts.NO_TIME;
        endEvidence = Evidence.NONE;
        endLatest = Long.MAX_VALUE;
    }

    /// Moves what stands at arrivals to the server's clock, once the offset is known.
    void rebase(long shift) {
        start = startByArrival() ? Math.min(start + shift, startLatest) : start;
        end = endByArrival() ? Math.min(end + shift, endLatest) : end;
        if (tokenTimes != NO_TOKENS) {
            tokenTimes.shift(shift);
            if (!open()) {
                tokenTimes.end(end());
            }
        }
    }
}
