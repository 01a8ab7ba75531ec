package dev.threadline.run;

import org.jspecify.annotations.Nullable;

/// The executions by the event that told their update.
///
/// An execution whose update turns out to be another's stays where it was, and is found no more.
final class UpdateTable {
    private @Nullable Execution[] slots = new Execution[16];
    private int size;

    @Nullable
    Execution find(long seq) {
        int mask = slots.length - 1;
        int at = hash(seq) & mask;
        for (Execution here = slots[at]; here != null; here = slots[at]) {
            if (here.updateSeq == seq) {
                return here;
            }
            at = (at + 1) & mask;
        }
        return null;
    }

    /// Takes an execution that has just got its update.
    void add(Execution execution) {
        if (++size * 4L > slots.length * 3L) {
            @Nullable Execution[] narrow = slots;
            slots = new Execution[narrow.length * 2];
            for (Execution each : narrow) {
                if (each != null && each.updateSeq != 0) {
                    put(each);
                }
            }
        }
        put(execution);
    }

    private void put(Execution execution) {
        int mask = slots.length - 1;
        int at = hash(execution.updateSeq) & mask;
        while (slots[at] != null) {
            at = (at + 1) & mask;
        }
        slots[at] = execution;
    }

    private static int hash(long seq) {
        return (int) ((seq * 0x9E37_79B9_7F4A_7C15L) >>> 32);
    }
}
