package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.run.Execution.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tasks of all runs and the rules by which they begin and end (protocol, sections 5.2 to 5.4).
final class OpenTasks {
    private final List<Execution> all = new ArrayList<>();
    private final Lanes lanes = new Lanes();
    private final TaskTable table = new TaskTable();
    private final Map<Integer, RunTasks> runs = new HashMap<>();
    private RunTasks last = new RunTasks();
    private int lastRun = -1;

    List<Execution> all() {
        return all;
    }

    List<Lane> lanes() {
        return lanes.roots();
    }

    @Nullable
    Execution find(int run, String namespace, String task) {
        return table.find(run, namespace, task);
    }

    @Nullable
    Execution find(EventFacts event) {
        String task = event.task();
        return task == null ? null : find(event.run(), event.namespace(), task);
    }

    @Nullable
    Execution ofUpdate(EventFacts event) {
        return run(event.run()).ofUpdate(event.seq());
    }

    void seen(EventFacts event, long time) {
        run(event.run()).seen(event, time);
    }

    long place(EventFacts event, long time) {
        return run(event.run()).place(event, time);
    }

    void folded(EventFacts event) {
        run(event.run()).folded(event);
    }

    void mark(EventFacts event, Marks marks, long time) {
        run(event.run()).mark(marks, event.seq(), time);
    }

    void token(EventFacts event, long time) {
        Execution execution = find(event);
        if (execution != null) {
            run(event.run()).token(execution, time);
        }
    }

    private RunTasks run(int number) {
        if (number != lastRun) {
            last = runs.computeIfAbsent(number, run -> new RunTasks());
            lastRun = number;
        }
        return last;
    }

    Execution started(EventFacts event, long time, Evidence evidence) {
        Execution parent = parent(event, time);
        String node = event.node() == null ? "?" : event.node();
        Lane lane = lanes.lane(event.namespace(), node);
        Execution execution = new Execution(all.size(), event, lane, parent);
        execution.fanOut = event.is(EventFlag.FAN_OUT);
        RunTasks run = run(event.run());
        run.begin(execution, time, evidence);
        if (!event.hasStep()) {
            execution.step = run.stepAfterCheckpoint(event.namespace());
        }
        if (parent != null) {
            parent.group = true;
        }
        all.add(execution);
        remember(execution, run);
        run.started(execution);
        return execution;
    }

    private void remember(Execution execution, RunTasks run) {
        table.add(execution);
        Execution before = execution.before;
        if (before != null && before.run() == execution.run() && before.open()) {
            run.close(before, State.UNKNOWN, execution.start, Evidence.INFERRED);
        }
    }

    void refine(Execution execution, EventFacts event, long time, Evidence evidence) {
        run(event.run()).begin(execution, time, evidence);
        execution.startSeq = event.seq();
        execution.step = event.hasStep() ? event.step() : execution.step;
        execution.fanOut |= event.is(EventFlag.FAN_OUT);
    }

    /// A task's own end; one whose start was missed appears with it, without a length.
    void ended(EventFacts event, long time, State how) {
        Evidence evidence = Evidence.of(event);
        Execution execution = find(event);
        if (execution == null) {
            execution = started(event, time, evidence);
            execution.startSeq = 0;
        }
        if (execution.step == EventFacts.NO_STEP) {
            execution.step = event.step();
        }
        if (evidence.beats(execution.endEvidence)) {
            boolean guessed = execution.state == State.CACHED;
            execution.resultSeq = evidence == Evidence.CALLBACK ? 0 : event.seq();
            execution.resultTells = evidence != Evidence.CALLBACK && !event.is(EventFlag.NOTHING);
            RunTasks run = run(event.run());
            long seq = execution.updateSeq;
            long answered = execution.end();
            if (guessed) {
                execution.updateSeq = 0;
            }
            run.close(execution, how, time, evidence);
            run.updateFor(execution, event.is(EventFlag.PARENT_COMMAND));
            if (guessed) {
                run.handOver(execution, seq, answered);
            }
        }
    }

    void updated(EventFacts event, long time) {
        String node = event.node();
        if (node != null) {
            run(event.run()).updated(event, node, time);
        }
    }

    void checkpoint(EventFacts event, long time) {
        if (event.hasStep()) {
            run(event.run()).checkpoint(event.namespace(), event.step(), time);
        }
    }

    void runEnded(int run, RunStatus status) {
        run(run).ended(status);
    }

    void rebase(long shift) {
        all.forEach(each -> each.rebase(shift));
        runs.values().forEach(run -> run.rebase(shift));
    }

    /// The task that encloses an event. One whose start was missed begins with the first that is heard of it, unless
    /// another of its node is open: a segment need not name a task.
    private @Nullable Execution parent(EventFacts event, long time) {
        String whole = Namespace.withoutCounts(event.namespace());
        String task = Namespace.task(Namespace.last(whole));
        if (whole.isEmpty() || task == null) {
            return null;
        }
        String around = Namespace.parent(whole);
        String node = Namespace.node(Namespace.last(whole));
        Execution known = find(event.run(), around, task);
        if (known != null || run(event.run()).runs(around, node)) {
            return known;
        }
        Execution missed = started(missed(event, around, node, task), time, Evidence.INFERRED);
        missed.startSeq = 0;
        return missed;
    }

    private static EventFacts missed(EventFacts inside, String namespace, String node, String task) {
        return new EventFacts(
                inside.seq(),
                inside.run(),
                inside.receivedAt(),
                inside.id(),
                inside.name(),
                EventKind.TASK_START,
                inside.mode(),
                namespace,
                node,
                task,
                EventFacts.NO_STEP,
                inside.serverTime(),
                null,
                0,
                0);
    }
}
