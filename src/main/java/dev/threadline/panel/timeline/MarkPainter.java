package dev.threadline.panel.timeline;

import dev.threadline.run.Lane;
import dev.threadline.run.LongSeries;
import dev.threadline.run.Marks;
import dev.threadline.ui.theme.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Draws custom events as diamonds: on the lane of the group they came from, those of the root above the lanes.
///
/// Custom events tell no node, only a namespace (protocol, section 5).
final class MarkPainter {
    private static final double HALF = 3;
    private static final double APART = 4;

    private final Map<String, String> paths = new HashMap<>();

    /// The diamonds on lanes.
    void lanes(Frame f) {
        for (Map.Entry<String, Marks> each : f.executions().marks().entrySet()) {
            if (!each.getKey().isEmpty()) {
                int row = f.rows().visibleRow(lane(f, each.getKey()));
                if (row >= 0) {
                    draw(f, each.getValue().times(), f.y(row) + 21);
                }
            }
        }
    }

    /// The diamonds of the root, on the line over the lanes.
    void strip(Frame f) {
        Marks root = f.executions().marks().get("");
        if (root != null) {
            draw(f, root.times(), Frame.TOP + 0.5);
        }
    }

    private static void draw(Frame f, LongSeries times, double y) {
        f.g().setFill(f.color(Role.FG_MUTED));
        double free = Double.NEGATIVE_INFINITY;
        for (int i = TokenPainter.first(times, f.axis().time(f.gutter())); i < times.size(); i++) {
            double x = f.axis().x(times.get(i));
            if (x > f.width() + HALF) {
                return;
            }
            if (x >= free) {
                f.g().fillPolygon(new double[] {x - HALF, x, x + HALF, x}, new double[] {y, y - HALF, y, y + HALF}, 4);
                free = x + APART;
            }
        }
    }

    private @org.jspecify.annotations.Nullable Lane lane(Frame f, String namespace) {
        String path = paths.computeIfAbsent(namespace, MarkPainter::path);
        List<Lane> lanes = f.executions().lanes();
        Lane found = null;
        boolean deeper = true;
        while (deeper) {
            deeper = false;
            for (Lane lane : lanes) {
                if (path.equals(lane.path()) || path.startsWith(lane.path() + "/")) {
                    found = lane;
                    lanes = lane.children();
                    deeper = true;
                    break;
                }
            }
        }
        return found;
    }

    /// `a:1|b:2` as `a/b`.
    static String path(String namespace) {
        StringBuilder path = new StringBuilder();
        for (String segment : namespace.split("\\|")) {
            int colon = segment.indexOf(':');
            path.append(path.isEmpty() ? "" : "/").append(colon < 0 ? segment : segment.substring(0, colon));
        }
        return path.toString();
    }
}
