package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.run.StateHistory.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The states of one namespace, through all runs of a capture.
final class NamespaceStates {
    /// What there is to a point beside its facts: who wrote before it, the latest time at which it may stand,
    /// and whether it was never streamed.
    private record Behind(Writers writers, long latest, boolean history) {}

    private final List<StatePoint> points = new ArrayList<>();
    private final List<Behind> behind = new ArrayList<>();
    private Writes since = new Writes();
    private int bounded;
    private int run;
    private int stepOfResults = EventFacts.NO_STEP;
    /// Whether a task of the step stopped, so that the step is not over and the server keeps no state of it.
    private boolean stopped;
    /// A checkpoint without its state: the `values` that follow are it.
    private @Nullable EventFacts named;

    List<StatePoint> points() {
        return points;
    }

    List<Writer> writers(int index) {
        return behind.get(index).writers().all();
    }

    /// The index of the last point at or before an event, or -1.
    int indexAt(long seq) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points.get(middle).seq() <= seq) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    boolean checkpoint(EventFacts event, long time) {
        enter(event.run());
        if (event.is(EventFlag.NOT_A_STATE)) {
            named = event;
            return false;
        }
        boolean debug = event.mode().equals("debug");
        if (!debug
                && !points.isEmpty()
                && points.getLast().pointer().startsWith("/payload")
                && gives(points.getLast(), event)) {
            return false;
        }
        while (!points.isEmpty() && (gives(points.getLast(), event) || foretold(event))) {
            points.removeLast();
            since = Writes.of(behind.removeLast().writers(), since);
            bounded = Math.min(bounded, points.size());
        }
        add(event, time, event.step(), event.ref(), debug ? "/payload/values" : "/values");
        return true;
    }

    /// Whether the last point was put together from history and its checkpoint is yet to come as an event.
    private boolean foretold(EventFacts checkpoint) {
        StatePoint last = points.getLast();
        return behind.getLast().history()
                && !checkpoint.is(EventFlag.HISTORY)
                && last.run() == checkpoint.run()
                && last.step() >= checkpoint.step();
    }

    /// Whether the last point says what this checkpoint says: `values` of the same step, or the same checkpoint
    /// in a poorer mode.
    private static boolean gives(StatePoint last, EventFacts checkpoint) {
        if (last.run() != checkpoint.run()) {
            return false;
        }
        if (last.pointer().isEmpty()) {
            return true;
        }
        String id = last.checkpointId();
        boolean other = id != null && checkpoint.ref() != null && !id.equals(checkpoint.ref());
        return last.step() == checkpoint.step() && !other;
    }

    boolean values(EventFacts event, long time) {
        enter(event.run());
        StatePoint last = points.isEmpty() ? null : points.getLast();
        boolean seen = last != null && last.run() == event.run();
        if (event.is(EventFlag.INTERRUPT) && seen) {
            // The state that the last point has, with the question beside it.
            return false;
        }
        EventFacts name = named;
        int step = stopped ? EventFacts.NO_STEP : stepOfResults;
        add(event, time, name == null ? step : name.step(), name == null ? null : name.ref(), "");
        named = null;
        return true;
    }

    void wrote(EventFacts event) {
        enter(event.run());
        String node = event.node();
        if (event.kind() == EventKind.TASK_RESULT) {
            stepOfResults = event.hasStep() ? event.step() : stepOfResults;
            stopped |= event.is(EventFlag.INTERRUPT) || event.is(EventFlag.FAILED);
        }
        boolean nothing = event.is(EventFlag.FAILED) || event.is(EventFlag.INTERRUPT);
        if (node == null || nothing) {
            return;
        }
        boolean empty = event.is(EventFlag.NOTHING);
        if (event.kind() == EventKind.UPDATES) {
            since.update(node, event.seq(), empty);
        } else {
            since.result(node, event.task(), event.seq(), empty);
        }
    }

    /// A task of a step begins: a `values` point before it that knew no step is the one before.
    boolean begins(EventFacts event) {
        enter(event.run());
        StatePoint last = points.isEmpty() ? null : points.getLast();
        boolean unnamed = last != null && last.run() == event.run() && last.step() == EventFacts.NO_STEP;
        if (last == null || !unnamed || !event.hasStep()) {
            return false;
        }
        points.set(points.size() - 1, with(last, event.step() - 1, last.time()));
        return true;
    }

    private static StatePoint with(StatePoint point, int step, long time) {
        return new StatePoint(
                point.run(), point.namespace(), step, point.checkpointId(), point.seq(), time, point.pointer());
    }

    /// Moves what stands at arrivals to the server's clock.
    void rebase(long shift) {
        for (int i = 0; i < points.size(); i++) {
            StatePoint point = points.get(i);
            long moved = Math.min(point.time() + shift, behind.get(i).latest());
            points.set(i, with(point, point.step(), moved));
        }
    }

    /// Holds the points of a run that came since the last bound at or before a time that the server told.
    void bound(int number, long latest) {
        for (; bounded < points.size(); bounded++) {
            StatePoint point = points.get(bounded);
            Behind has = behind.get(bounded);
            if (point.run() == number && latest < has.latest()) {
                points.set(bounded, with(point, point.step(), Math.min(point.time(), latest)));
                behind.set(bounded, new Behind(has.writers(), latest, has.history()));
            }
        }
    }

    private void enter(int number) {
        if (number != run) {
            run = number;
            since = new Writes();
            named = null;
            stepOfResults = EventFacts.NO_STEP;
            stopped = false;
        }
    }

    private void add(EventFacts event, long time, int step, @Nullable String checkpoint, String pointer) {
        points.add(new StatePoint(event.run(), event.namespace(), step, checkpoint, event.seq(), time, pointer));
        long latest = Clock.tells(event) ? time : Long.MAX_VALUE;
        behind.add(new Behind(since.kept(), latest, event.is(EventFlag.HISTORY)));
        since = new Writes();
    }
}
