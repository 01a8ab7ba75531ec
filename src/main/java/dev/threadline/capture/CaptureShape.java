package dev.threadline.capture;

import dev.threadline.capture.CaptureOverview.Kind;
import dev.threadline.capture.CaptureOverview.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes a capture's shape from some of its events, in order: who worked when, where it waited. Pure.
final class CaptureShape {
    /// A wait that nobody has ended has no length: it is drawn as long as this share of the whole.
    private static final double OPEN_WAIT = 0.6;

    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> statuses;
    private @Nullable Sample last;
    private @Nullable String working;

    /// An event of the capture.
    ///
    /// @param at when it came, in microseconds
    /// @param run number of its run
    /// @param kind what it is
    /// @param node the node, or null
    record Sample(
            long at, int run, EventKind kind, @Nullable String node) {}

    private record Piece(
            long from, long to, Kind kind, @Nullable String node) {}

    private CaptureShape(List<String> statuses) {
        this.statuses = statuses;
    }

    /// The shape of these events.
    ///
    /// @param statuses that of each run, in order
    static List<Stretch> of(List<Sample> samples, List<String> statuses) {
        CaptureShape shape = new CaptureShape(statuses);
        samples.forEach(shape::take);
        return shape.stretches();
    }

    private void take(Sample now) {
        Sample before = last;
        last = now;
        if (before == null || now.run() != before.run()) {
            if (before != null && waits(before.run())) {
                add(before.at(), now.at(), Kind.WAIT, null);
            }
            working = now.node();
            return;
        }
        if (now.kind() == EventKind.ERROR) {
            add(before.at(), now.at(), Kind.FAILED, null);
        } else if (now.kind() == EventKind.TASK_START || now.node() == null) {
            worked(before.at(), now.at(), working);
            working = now.node() == null ? working : now.node();
        } else {
            worked(before.at(), now.at(), now.node());
            working = now.kind() == EventKind.TASK_RESULT ? null : now.node();
        }
    }

    private boolean waits(int run) {
        return run >= 1 && run <= statuses.size() && statuses.get(run - 1).equals("waiting");
    }

    private void worked(long from, long to, @Nullable String node) {
        if (node != null) {
            add(from, to, Kind.WORK, node);
        }
    }

    private void add(long from, long to, Kind kind, @Nullable String node) {
        Piece before = pieces.isEmpty() ? null : pieces.getLast();
        if (before != null && before.kind() == kind && before.to() == from && Objects.equals(before.node(), node)) {
            pieces.removeLast();
            pieces.add(new Piece(before.from(), to, kind, node));
        } else {
            pieces.add(new Piece(from, to, kind, node));
        }
    }

    private List<Stretch> stretches() {
        Sample end = last;
        if (end == null || pieces.isEmpty()) {
            return end != null && waits(end.run()) ? List.of(new Stretch(0, 1, Kind.WAIT, null)) : List.of();
        }
        boolean waiting = waits(end.run());
        long from = pieces.getFirst().from();
        double whole = Math.max(1, end.at() - from) / (waiting ? 1 - OPEN_WAIT : 1);
        List<Stretch> stretches = new ArrayList<>();
        for (Piece piece : pieces) {
            stretches.add(new Stretch(
                    (piece.from() - from) / whole, (piece.to() - from) / whole, piece.kind(), piece.node()));
        }
        if (waiting) {
            stretches.add(new Stretch((end.at() - from) / whole, 1, Kind.WAIT, null));
        }
        return List.copyOf(stretches);
    }
}
