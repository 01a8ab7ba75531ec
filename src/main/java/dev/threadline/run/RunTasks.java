package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.run.Execution.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tasks of one run: which are open, and what closes them (protocol, section 5.4).
final class RunTasks {
    private final Map<String, Map<String, NodeTasks>> nodes = new HashMap<>();
    private final Set<Execution> open = new LinkedHashSet<>();
    private final List<Execution> closedByEnd = new ArrayList<>();
    private final Map<String, Integer> lastStep = new HashMap<>();
    private final UpdateTable byUpdate = new UpdateTable();
    private boolean failed;
    private final ServerTimes server = new ServerTimes();
    private final List<Execution> unbound = new ArrayList<>();
    private final List<Marks> unboundMarks = new ArrayList<>();
    private long lastArrival = EventFacts.NO_TIME;
    private boolean fixed;

    /// Takes the next event's time, before what the event does.
    void seen(EventFacts event, long time) {
        fixed = Clock.tells(event);
        if (event.hasServerTime()) {
            server.add(event);
            // All before it came before it, whenever it arrived.
            lastArrival = EventFacts.NO_TIME;
        } else {
            lastArrival = Math.max(lastArrival, time);
        }
    }

    /// Where an event stands, its time by the clock given: not before what the server told before it, and not after
    /// what it told next.
    long place(EventFacts event, long time) {
        return event.hasServerTime() ? time : server.between(event.seq(), time);
    }

    /// Takes that an event was folded: a server time bounds all that waited for one.
    void folded(EventFacts event) {
        if (event.hasServerTime()) {
            for (Execution each : unbound) {
                each.unbound = false;
                each.bound(server.latest());
            }
            unbound.clear();
            for (Marks each : unboundMarks) {
                each.unbound = false;
                each.bound(server.latest());
            }
            unboundMarks.clear();
        }
    }

    private void waits(Execution execution) {
        if (!execution.unbound) {
            execution.unbound = true;
            unbound.add(execution);
        }
    }

    void mark(Marks marks, long seq, long time) {
        marks.add(seq, time, fixed);
        if (!marks.unbound) {
            marks.unbound = true;
            unboundMarks.add(marks);
        }
    }

    void token(Execution execution, long time) {
        execution.token(time, fixed);
        waits(execution);
    }

    void begin(Execution execution, long time, Evidence evidence) {
        execution.begin(time, evidence, fixed);
        waits(execution);
    }

    void rebase(long shift) {
        lastArrival += lastArrival == EventFacts.NO_TIME ? 0 : shift;
    }

    @Nullable
    Execution ofUpdate(long seq) {
        return byUpdate.find(seq);
    }

    /// Whether a task of a node that told its start is open.
    boolean runs(String namespace, String node) {
        return node(namespace, node).open().stream().anyMatch(each -> each.startSeq > 0);
    }

    /// The step that begins after the last checkpoint of a namespace, or `NO_STEP` before the first.
    int stepAfterCheckpoint(String namespace) {
        Integer step = lastStep.get(namespace);
        return step == null ? EventFacts.NO_STEP : step + 1;
    }

    void started(Execution execution) {
        open.add(execution);
        NodeTasks node = node(execution);
        node.begins(execution);
        NodeTasks.Cached ahead = node.cachedAhead(execution);
        if (ahead != null) {
            cache(execution, ahead.seq(), ahead.time());
        }
    }

    private void cache(Execution execution, long seq, long time) {
        execution.updateSeq = seq;
        byUpdate.add(execution);
        close(execution, State.CACHED, time, Evidence.INFERRED);
    }

    void close(Execution execution, State how, long time, Evidence evidence) {
        execution.close(how, time, evidence, fixed);
        waits(execution);
        failed |= how == State.FAILED;
        open.remove(execution);
        node(execution).ends(execution);
        if (execution.group) {
            closeInside(execution, how, time);
        }
    }

    /// Ends what is still open inside a task that ended; the only one open there shares a failure or a wait.
    private void closeInside(Execution parent, State how, long time) {
        List<Execution> inside =
                open.stream().filter(each -> each.parent() == parent).toList();
        boolean shared = inside.size() == 1 && (how == State.FAILED || how == State.WAITING);
        for (Execution each : inside) {
            close(each, shared ? how : State.UNKNOWN, time, Evidence.INFERRED);
        }
    }

    void updateFor(Execution execution, boolean handedOver) {
        node(execution).stopWaiting(execution);
        if (execution.state != State.DONE || handedOver) {
            return;
        }
        boolean mayFollow = execution.endEvidence == Evidence.CALLBACK;
        if (execution.updateSeq == 0 && node(execution).takeUpdate(execution, mayFollow)) {
            byUpdate.add(execution);
        }
    }

    void updated(EventFacts event, String node, long time) {
        NodeTasks tasks = node(event.namespace(), node);
        if (event.is(EventFlag.CACHED)) {
            Execution answered = tasks.cached(new NodeTasks.Cached(event.seq(), time));
            if (answered != null) {
                cache(answered, event.seq(), time);
            }
        } else {
            Execution ended = tasks.update(new NodeTasks.Update(event.seq(), event.is(EventFlag.NOTHING)));
            if (ended != null) {
                byUpdate.add(ended);
            }
        }
    }

    /// A task that was taken for the cached one has a result of its own: the next open one is the cached one.
    void handOver(Execution wrong, long seq, long time) {
        NodeTasks tasks = node(wrong);
        Execution right = tasks.cached(new NodeTasks.Cached(seq, time));
        if (right != null) {
            cache(right, seq, time);
        }
    }

    void checkpoint(String namespace, int step, long time) {
        lastStep.put(namespace, step);
        for (NodeTasks node : nodes.getOrDefault(namespace, Map.of()).values()) {
            node.forgetCached();
            for (Execution each : List.copyOf(node.open())) {
                if (each.step != EventFacts.NO_STEP && each.step <= step) {
                    close(each, byItsUpdate(each), time, Evidence.INFERRED);
                }
            }
        }
    }

    private State byItsUpdate(Execution execution) {
        boolean found = node(execution).takeUpdate(execution, false);
        if (found) {
            byUpdate.add(execution);
        }
        return found ? State.DONE : State.UNKNOWN;
    }

    /// Closes what is open, innermost first; what an earlier word on the end closed is closed anew.
    void ended(RunStatus status) {
        boolean failedBefore = failed;
        for (Execution each : closedByEnd) {
            if (each.endEvidence == Evidence.RUN) {
                each.reopen();
                open.add(each);
                node(each).begins(each);
            }
        }
        closedByEnd.clear();
        List<Execution> inside = new ArrayList<>(open);
        inside.sort(Comparator.comparingInt((Execution each) -> each.lane().depth())
                .reversed()
                .thenComparingInt(Execution::index));
        for (Execution each : inside) {
            close(each, atEnd(each, status, failedBefore), Math.max(server.latest(), lastArrival), Evidence.RUN);
        }
        failed = failedBefore;
        closedByEnd.addAll(inside);
    }

    private State atEnd(Execution execution, RunStatus status, boolean failedBefore) {
        if (holds(execution, State.WAITING)) {
            return State.WAITING;
        }
        return switch (status) {
            case CANCELLED -> State.CANCELLED;
            case FAILED -> !failedBefore || holds(execution, State.FAILED) ? State.FAILED : State.UNKNOWN;
            // Callbacks tell no wait: what they began and did not end when the run stopped at a question waits.
            case WAITING -> execution.startEvidence == Evidence.CALLBACK ? State.WAITING : byItsUpdate(execution);
            default -> byItsUpdate(execution);
        };
    }

    /// Whether the last execution of some task inside stands so.
    private boolean holds(Execution parent, State state) {
        return inside(parent.lane()).anyMatch(each -> each.parent() == parent && each.state == state);
    }

    private static Stream<Execution> inside(Lane lane) {
        return lane.children().stream().flatMap(child -> child.executions().stream());
    }

    private NodeTasks node(Execution execution) {
        return node(execution.namespace(), execution.node());
    }

    private NodeTasks node(String namespace, String node) {
        return nodes.computeIfAbsent(namespace, key -> new HashMap<>()).computeIfAbsent(node, key -> new NodeTasks());
    }
}
