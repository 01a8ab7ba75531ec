package dev.threadline.panel.timeline;

import dev.threadline.run.Execution;
import dev.threadline.run.Lane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of the timeline: the tree of lanes with groups folded or not, lanes with parallel tasks in several rows.
///
/// A lane with more than [#MOST_TRACKS] parallel tasks starts folded; what the user folds or unfolds stays so.
final class LaneRows {
    /// More parallel tasks than this start folded into one row.
    static final int MOST_TRACKS = 6;

    private final IdentityHashMap<Lane, LaneTracks> tracks = new IdentityHashMap<>();
    private final Map<String, Boolean> chosen = new HashMap<>();
    private final List<LaneRow> rows = new ArrayList<>();
    private long drawnShape = -1;
    private int choices;

    /// Takes new lanes and executions; true where the rows changed.
    boolean update(List<Lane> roots) {
        long shape = shape(roots) * 1024 + choices;
        if (shape == drawnShape) {
            return false;
        }
        drawnShape = shape;
        rows.clear();
        roots.forEach(this::lay);
        return true;
    }

    int size() {
        return rows.size();
    }

    LaneRow get(int index) {
        return rows.get(index);
    }

    /// Folds a lane, or unfolds it; takes effect with the next update.
    void toggle(Lane lane) {
        chosen.put(lane.path(), !folded(lane));
        choices++;
    }

    /// Unfolds all that hides an execution; takes effect with the next update.
    void unfoldTo(Execution execution) {
        for (Lane at = execution.lane().parent(); at != null; at = at.parent()) {
            if (folded(at)) {
                toggle(at);
            }
        }
    }

    /// The row an execution is drawn in, or -1 where it is hidden.
    int rowOf(Execution execution) {
        int first = firstRow(execution.lane());
        return first < 0 || rows.get(first).track() == LaneRow.ALL ? first : first + execution.row();
    }

    /// The first row of a lane, or -1 where it is hidden.
    int firstRow(Lane lane) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).lane() == lane) {
                return i;
            }
        }
        return -1;
    }

    /// Where a row stands now that stood elsewhere before, or -1.
    int indexOf(LaneRow row) {
        for (int i = 0; i < rows.size(); i++) {
            LaneRow here = rows.get(i);
            if (here.lane() == row.lane() && Math.max(0, here.track()) == Math.max(0, row.track())) {
                return i;
            }
        }
        return -1;
    }

    /// The row of a lane, or of the nearest lane above it that is visible; -1 for none.
    int visibleRow(@Nullable Lane lane) {
        for (Lane at = lane; at != null; at = at.parent()) {
            int row = firstRow(at);
            if (row >= 0) {
                return row;
            }
        }
        return -1;
    }

    private long shape(List<Lane> lanes) {
        long sum = lanes.size();
        for (Lane lane : lanes) {
            LaneTracks its = tracks.computeIfAbsent(lane, LaneTracks::new);
            its.update();
            sum += its.size() + shape(lane.children());
        }
        return sum;
    }

    private void lay(Lane lane) {
        LaneTracks its = tracks.computeIfAbsent(lane, LaneTracks::new);
        boolean foldable = !lane.children().isEmpty() || its.size() > 1;
        boolean folded = foldable && folded(lane);
        if (folded || its.size() <= 1) {
            rows.add(new LaneRow(lane, its, LaneRow.ALL, foldable, folded));
        } else {
            for (int i = 0; i < its.size(); i++) {
                rows.add(new LaneRow(lane, its, i, foldable && i == 0, false));
            }
        }
        if (!folded) {
            lane.children().forEach(this::lay);
        }
    }

    private boolean folded(Lane lane) {
        Boolean choice = chosen.get(lane.path());
        LaneTracks its = tracks.get(lane);
        return choice != null ? choice : its != null && its.size() > MOST_TRACKS;
    }
}
