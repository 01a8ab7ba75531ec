package dev.threadline.bench;

import dev.threadline.panel.events.EventsPanel;
import dev.threadline.session.BigCapture;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What an event costs as a capture grows: time and heap of the log, the three shared projections and the rows of the
/// event list, from ten thousand events to a million.
final class Growth {
    private static final int BLOCK = 2048;
    private static final int[] SIZES = {10_000, 30_000, 100_000, 300_000, 1_000_000};

    /// What was measured at one size; nanoseconds since the size before.
    private record Point(int events, long append, long fold, long rows, long heap) {}

    private Growth() {}

    static Table run(List<String> args) throws Exception {
        int most = args.isEmpty() ? SIZES[SIZES.length - 1] : Integer.parseInt(args.getFirst());
        // The first round is for the compiler.
        Screen.call(() -> grow(Math.min(most, 100_000)));
        List<Point> points = Screen.call(() -> grow(most));
        Table table = new Table(
                "Append, fold and rows of one growing capture; time per event of what was added since the row above",
                "events",
                "append ns",
                "fold ns",
                "rows ns",
                "in all ns",
                "heap B an event",
                "goal");
        for (Point each : points) {
            table.add(
                    String.format(Locale.ROOT, "%,d", each.events),
                    each.append,
                    each.fold,
                    each.rows,
                    each.append + each.fold + each.rows,
                    each.heap / each.events,
                    "<= 64 B, flat within 20 %");
        }
        return table;
    }

    private static List<Point> grow(int most) throws Exception {
        Path file = Work.fresh("growth.threadline");
        BigCapture capture = BigCapture.live(file);
        OpenRun run = new OpenRun(capture.recording(), new Theme(), new Background());
        EventsPanel panel = new EventsPanel(run);
        panel.pulse();
        long empty = Work.heap();
        List<Point> points = new ArrayList<>();
        int events = 0;
        int before = 0;
        long append = 0;
        long fold = 0;
        long rows = 0;
        for (int size : SIZES) {
            if (size > most) {
                break;
            }
            while (events < size) {
                Runnable block = capture.take(Math.min(BLOCK, size - events));
                capture.recording().flush();
                long t0 = System.nanoTime();
                block.run();
                long t1 = System.nanoTime();
                run.pulse(Long.MAX_VALUE);
                long t2 = System.nanoTime();
                do {
                    panel.pulse();
                } while (panel.listed() < capture.recording().log().size());
                rows += System.nanoTime() - t2;
                fold += t2 - t1;
                append += t1 - t0;
                events = capture.recording().log().size();
            }
            capture.recording().flush();
            int added = events - before;
            points.add(new Point(events, append / added, fold / added, rows / added, Work.heap() - empty));
            before = events;
            append = fold = rows = 0;
        }
        panel.close();
        capture.end();
        capture.recording().close();
        return points;
    }
}
