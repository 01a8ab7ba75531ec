package dev.threadline.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The executions of one node in one namespace of one run, and the `updates` that still look for theirs.
///
/// Updates carry no task: they come in the order of the task results (protocol, section 5.5), cached ones before or
/// after the start.
final class NodeTasks {
    /// An update whose task is not known yet.
    ///
    /// @param empty whether it holds nothing
    record Update(long seq, boolean empty) {}

    /// A cached update whose task has not started yet.
    record Cached(long seq, long time) {}

    private Set<Execution> open = Set.of();
    private final List<Execution> waitForUpdate = new ArrayList<>(0);
    private final Deque<Update> updates = new ArrayDeque<>(1);
    private final Deque<Cached> cached = new ArrayDeque<>(1);

    Collection<Execution> open() {
        return open;
    }

    /// Takes an execution that is open now.
    void begins(Execution execution) {
        if (open.isEmpty()) {
            open = new LinkedHashSet<>(2);
        }
        open.add(execution);
    }

    /// Takes that one is open no more; a hundred thousand of one superstep may end in any order.
    void ends(Execution execution) {
        if (!open.isEmpty()) {
            open.remove(execution);
            open = open.isEmpty() ? Set.of() : open;
        }
    }

    /// An update that came: the oldest execution that ended without one takes it and is returned, else the next to end
    /// will.
    @Nullable
    Execution update(Update update) {
        if (waitForUpdate.isEmpty()) {
            updates.add(update);
            return null;
        }
        Execution ended = waitForUpdate.removeFirst();
        give(ended, update);
        return ended;
    }

    private static void give(Execution execution, Update update) {
        execution.updateSeq = update.seq();
        execution.updateEmpty = update.empty();
    }

    /// An execution ended with a result: takes the oldest update, where there is one.
    boolean takeUpdate(Execution execution, boolean mayFollow) {
        Update update = execution.updateSeq == 0 ? updates.poll() : null;
        if (update != null) {
            give(execution, update);
        } else if (mayFollow && execution.updateSeq == 0) {
            waitForUpdate.add(execution);
        }
        return execution.updateSeq != 0;
    }

    /// Better word of an execution's end is there: its update came before, or does not come.
    void stopWaiting(Execution execution) {
        waitForUpdate.remove(execution);
    }

    /// A task was answered from the cache: the open one that was done before, else the oldest open, else the next to
    /// start.
    @Nullable
    Execution cached(Cached update) {
        Execution best = null;
        for (Execution each : open) {
            if (doneBefore(each)) {
                best = each;
                break;
            }
            best = best == null ? each : best;
        }
        if (best == null) {
            cached.add(update);
        }
        return best;
    }

    /// The cached update that came ahead of this start, or null.
    @Nullable
    Cached cachedAhead(Execution started) {
        return started.earlier() == null || doneBefore(started) ? cached.poll() : null;
    }

    void forgetCached() {
        cached.clear();
    }

    private static boolean doneBefore(Execution execution) {
        Execution earlier = execution.earlier();
        return earlier != null && (earlier.state == Execution.State.DONE || earlier.state == Execution.State.CACHED);
    }
}
