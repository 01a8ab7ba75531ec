package dev.threadline.panel.timeline;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.run.Break;
import dev.threadline.run.Execution;
import dev.threadline.run.Lane;
import dev.threadline.run.Span;
import dev.threadline.ui.kit.OpenRun;
import java.util.List;
import java.util.function.LongSupplier;

/// What the timeline shows of a run: its rows, steps, idle time and the newest moment, brought up to date once a pulse.
final class TimelineData {
    private final OpenRun run;
    private final LaneRows rows = new LaneRows();
    private final Newest newest;
    private final Waits waits;
    private List<ConnectionEntry> ledger = List.of();
    private List<Break> breaks = List.of();
    private Steps steps = new Steps();
    private IdleTime idle = new IdleTime();
    private int revision = -1;
    private long offset;
    private boolean behind;
    private long origin;
    private long now;

    TimelineData(OpenRun run, LongSupplier clock) {
        this.run = run;
        this.newest = new Newest(run, clock);
        this.waits = new Waits(run.executions(), run.summary());
    }

    /// Takes what is new; true where something drawn may have changed.
    boolean update() {
        boolean news = run.revision() != revision;
        long before = now;
        if (news) {
            revision = run.revision();
            take();
        }
        now = newest.time();
        boolean moved = rows.update(run.executions().lanes());
        boolean broken = takeLedger();
        return moved || broken || news || now != before;
    }

    private boolean takeLedger() {
        List<ConnectionEntry> lines = run.recording().ledger();
        // It only ever grows.
        if (lines.size() == ledger.size()) {
            return false;
        }
        ledger = lines;
        breaks = Break.of(lines);
        return true;
    }

    private void take() {
        boolean caughtUp = behind && run.caughtUp();
        behind = !run.caughtUp();
        // Ends that are told late, and a clock that is known late, move what was looked at.
        if (caughtUp || offset != run.executions().clockOffset()) {
            offset = run.executions().clockOffset();
            steps = new Steps();
            idle = new IdleTime();
        }
        Span span = run.executions().span();
        origin = span == null ? 0 : span.first();
        List<Execution> all = run.executions().all();
        steps.update(all);
        idle.update(origin, all);
    }

    /// How many bars the fullest lane has.
    int bars() {
        return bars(run.executions().lanes());
    }

    private static int bars(List<Lane> lanes) {
        int most = 0;
        for (Lane lane : lanes) {
            most = Math.max(most, Math.max(lane.executions().size(), bars(lane.children())));
        }
        return most;
    }

    boolean live() {
        return newest.live();
    }

    boolean empty() {
        return run.executions().all().isEmpty();
    }

    LaneRows rows() {
        return rows;
    }

    /// The times in which the run was not heard.
    List<Break> breaks() {
        return breaks;
    }

    Steps steps() {
        return steps;
    }

    Waits waits() {
        return waits;
    }

    /// When nothing ran.
    List<IdleTime.Stretch> idle() {
        return idle.until(now);
    }

    /// The time called 0: the first run's start.
    long origin() {
        return origin;
    }

    /// The newest time.
    long now() {
        return now;
    }
}
