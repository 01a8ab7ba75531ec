package dev.threadline.run;

import org.jspecify.annotations.Nullable;

/// The executions by task and namespace; those of one task in several runs hang behind the latest. Takes no objects of
/// its own: a capture can have a hundred thousand tasks.
final class TaskTable {
    private static final int ASKED = 256;

    private @Nullable Execution[] slots = new Execution[64];
    private int size;
    private final @Nullable Found[] asked = new Found[ASKED];

    /// What was found for a task; many events in turn are of a few tasks that run side by side.
    private record Found(int run, String namespace, String task, Execution execution) {}

    /// The latest execution of a task in a run, or null.
    @Nullable
    Execution find(int run, String namespace, String task) {
        int place = place(run, namespace, task);
        Found known = asked[place];
        if (known != null && run == known.run() && task.equals(known.task()) && namespace.equals(known.namespace())) {
            return known.execution();
        }
        Execution at = latest(namespace, task);
        while (at != null && at.run() != run) {
            at = at.before;
        }
        if (at != null) {
            asked[place] = new Found(run, namespace, task, at);
        }
        return at;
    }

    private static int place(int run, String namespace, String task) {
        int hash = (task.hashCode() * 31 + namespace.hashCode()) * 31 + run;
        return (hash ^ (hash >>> 16)) & (ASKED - 1);
    }

    private @Nullable Execution latest(String namespace, String task) {
        boolean uuid = Uuid.is(task, 0);
        String other = uuid ? null : task;
        long most = uuid ? Uuid.most(task, 0) : 0;
        long least = uuid ? Uuid.least(task, 0) : 0;
        int mask = slots.length - 1;
        int at = hash(namespace, other, most, least) & mask;
        for (Execution here = slots[at]; here != null; here = slots[at]) {
            if (here.is(namespace, other, most, least)) {
                return here;
            }
            at = (at + 1) & mask;
        }
        return null;
    }

    /// Takes an execution as the latest of its task, before the ones that were.
    void add(Execution execution) {
        String task = execution.task();
        asked[place(execution.run(), execution.namespace(), task)] = null;
        execution.before = latest(execution.namespace(), task);
        if (execution.before == null && ++size * 4L > slots.length * 3L) {
            @Nullable Execution[] narrow = slots;
            slots = new Execution[narrow.length * 2];
            for (Execution each : narrow) {
                if (each != null) {
                    put(each, null);
                }
            }
        }
        put(execution, execution.before);
    }

    /// Puts an execution into a free slot, or in place of the one before it.
    private void put(Execution execution, @Nullable Execution before) {
        int mask = slots.length - 1;
        int at = execution.hash() & mask;
        while (slots[at] != before) {
            at = (at + 1) & mask;
        }
        slots[at] = execution;
    }

    static int hash(String namespace, @Nullable String other, long most, long least) {
        int task = other == null ? Uuid.hash(most, least) : other.hashCode() * 0x9E37_79B1;
        return task ^ (namespace.hashCode() * 31);
    }
}
