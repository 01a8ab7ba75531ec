package dev.threadline.panel.timeline;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.Execution;
import dev.threadline.run.Lane;
import java.util.ArrayList;
import java.util.List;

/// A lane's executions by the row they stand in, and how long the lane was busy.
final class LaneTracks {
    private final List<Track> tracks = new ArrayList<>();
    private final Lane lane;
    private int taken;
    private int settled;
    private long busy;
    private long busyUntil = Long.MIN_VALUE;

    LaneTracks(Lane lane) {
        this.lane = lane;
    }

    /// Lays what was added since the last time.
    void update() {
        List<Execution> all = lane.executions();
        for (; taken < all.size(); taken++) {
            Execution next = all.get(taken);
            while (tracks.size() <= next.row()) {
                tracks.add(new Track());
            }
            tracks.get(next.row()).add(next);
        }
    }

    int size() {
        return tracks.size();
    }

    Track get(int index) {
        return tracks.get(index);
    }

    /// How many executions there are.
    int total() {
        return taken;
    }

    /// Microseconds in which at least one execution ran, waiting not counted.
    ///
    /// @param now where running executions are thought to end
    long busy(long now) {
        List<Execution> all = lane.executions();
        while (settled < all.size() && all.get(settled).end() != EventFacts.NO_TIME) {
            Execution next = all.get(settled++);
            busy += Math.max(0, next.end() - Math.max(next.start(), busyUntil));
            busyUntil = Math.max(busyUntil, next.end());
        }
        long sum = busy;
        long until = busyUntil;
        for (int i = settled; i < all.size(); i++) {
            Execution next = all.get(i);
            long end = next.end() == EventFacts.NO_TIME ? Math.max(now, next.start()) : next.end();
            sum += Math.max(0, end - Math.max(next.start(), until));
            until = Math.max(until, end);
        }
        return sum;
    }
}
