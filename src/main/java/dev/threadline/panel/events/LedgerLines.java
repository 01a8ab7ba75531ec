package dev.threadline.panel.events;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.ConnectionEntry.Kind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which lines of the connection ledger stand among the events; pure.
///
/// Heartbeats never do. Of a run whose stream went in one piece nothing is told: that it was opened and ended is no
/// news. Where something happened, all of it is told, and can be hidden but for the gaps.
final class LedgerLines {
    private LedgerLines() {}

    /// The lines to show, in the order of the events they stand behind.
    static List<ConnectionEntry> shown(List<ConnectionEntry> ledger, boolean all) {
        Set<Integer> troubled = troubled(ledger);
        return ledger.stream()
                .filter(line -> line.kind() == Kind.GAP
                        || (all && line.kind() != Kind.COMMENT && troubled.contains(line.run())))
                .sorted(Comparator.comparingLong(ConnectionEntry::afterSeq))
                .toList();
    }

    /// Whether there is anything to be hidden.
    static boolean any(List<ConnectionEntry> ledger) {
        return !troubled(ledger).isEmpty();
    }

    private static Set<Integer> troubled(List<ConnectionEntry> ledger) {
        Set<Integer> runs = new HashSet<>();
        for (ConnectionEntry line : ledger) {
            switch (line.kind()) {
                case CUT, TAIL, GAP, RESUMED, TRIED, DUPLICATE, FILLED -> runs.add(line.run());
                case OPENED, COMMENT, ENDED, CLOSED -> {}
            }
        }
        return runs;
    }
}
