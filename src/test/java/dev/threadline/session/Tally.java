package dev.threadline.session;

import dev.threadline.capture.ConnectionEntry.Kind;
import dev.threadline.capture.EventFlag;
import dev.threadline.server.Fault;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a series of cut runs came to. Any thread.
final class Tally {
    private final Map<Fault.Kind, Integer> struck = new EnumMap<>(Fault.Kind.class);
    private int runs;
    private int cuts;
    private int events;
    private int duplicates;
    private int gaps;
    private int filled;
    private int tries;

    synchronized void add(List<Fault> faults, Recording recording) {
        runs++;
        cuts += faults.size();
        faults.forEach(fault -> struck.merge(fault.kind(), 1, Integer::sum));
        gaps += recording.gaps();
        for (int i = 0; i < recording.log().size(); i++) {
            boolean again = recording.log().is(i, EventFlag.DUPLICATE);
            boolean history = recording.log().is(i, EventFlag.HISTORY);
            duplicates += again ? 1 : 0;
            filled += history ? 1 : 0;
            events += again || history ? 0 : 1;
        }
        tries += (int) recording.ledger().stream()
                .filter(line -> line.kind() == Kind.RESUMED || line.kind() == Kind.TRIED)
                .count();
    }

    synchronized int cuts() {
        return cuts;
    }

    synchronized int gaps() {
        return gaps;
    }

    @Override
    public synchronized String toString() {
        return cuts + " faults " + struck + " in " + runs + " runs, " + events + " events, " + tries
                + " times gone on or tried, " + duplicates + " duplicates marked, " + gaps + " gaps, " + filled
                + " entries from history";
    }
}
