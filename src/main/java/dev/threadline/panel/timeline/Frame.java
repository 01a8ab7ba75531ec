package dev.threadline.panel.timeline;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.Break;
import dev.threadline.run.Execution;
import dev.threadline.run.Executions;
import dev.threadline.ui.kit.Ink;
import dev.threadline.ui.kit.RunSearch;
import dev.threadline.ui.theme.LaneColors;
import dev.threadline.ui.theme.Palette;
import dev.threadline.ui.theme.Role;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// All that one drawing of the timeline needs; made anew for each.
///
/// @param g the canvas
/// @param ink text on it
/// @param palette the colours
/// @param type the fonts
/// @param axis where times stand
/// @param executions what ran
/// @param rows the visible lanes
/// @param breaks the times in which the run was not heard
/// @param steps the supersteps
/// @param waits how long waits last
/// @param colors lane colours
/// @param width of the canvas
/// @param height of the canvas
/// @param scroll pixels that the lanes are scrolled up
/// @param origin the time called 0
/// @param now the newest time, where running bars end
/// @param head where the playhead stands
/// @param selected the selected execution, or null
/// @param search what is looked for
/// @param focused whether the keyboard is here
record Frame(
        GraphicsContext g,
        Ink ink,
        Palette palette,
        Lettering type,
        Axis axis,
        Executions executions,
        LaneRows rows,
        List<Break> breaks,
        Steps steps,
        Waits waits,
        LaneColors colors,
        double width,
        double height,
        double scroll,
        long origin,
        long now,
        long head,
        @Nullable Execution selected,
        RunSearch search,
        boolean focused) {
    /// Height of the minimap.
    static final double MINIMAP = 28;

    /// Lower edge of the ruler.
    static final double RULER = 50;

    /// Lower edge of the step strip, upper edge of the lanes.
    static final double TOP = 68;

    /// Free space below the last lane.
    static final double FOOT = 8;

    /// Height of a bar.
    static final double BAR = 20;

    /// Left edge of the lanes.
    double gutter() {
        return axis.gutter();
    }

    Color color(Role role) {
        return palette.get(role);
    }

    Color hue(Execution execution) {
        return palette.lane(colors.of(execution.node()));
    }

    Color fill(Execution execution) {
        return palette.laneFill(colors.of(execution.node()));
    }

    /// Upper edge of a row.
    double y(int row) {
        return TOP + row * LaneRow.HEIGHT - scroll;
    }

    /// Left edge of a bar.
    double start(Execution execution) {
        return axis.x(execution.start());
    }

    /// When a bar ends, running ones now.
    long endTime(Execution execution) {
        return execution.end() == EventFacts.NO_TIME ? Math.max(now, execution.start()) : execution.end();
    }

    /// Right edge of a bar.
    double end(Execution execution) {
        return axis.x(endTime(execution));
    }

    /// The ground at a time: plain, or the band of an even step.
    Color ground(long time) {
        int step = steps.at(time);
        boolean band = step >= 0 && steps.get(step).number() % 2 == 0 && time <= steps.end(step, now);
        return color(band ? Role.BG_SUBTLE : Role.BG);
    }

    /// A line of one pixel across.
    void across(double x1, double x2, double y) {
        g.fillRect(x1, Math.rint(y), x2 - x1, 1);
    }

    /// A line of one pixel down.
    void down(double x, double y1, double y2) {
        g.fillRect(Math.rint(x), y1, 1, y2 - y1);
    }
}
