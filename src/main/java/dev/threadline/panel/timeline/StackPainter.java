package dev.threadline.panel.timeline;

import dev.threadline.run.Execution;
import dev.threadline.ui.theme.Role;
import dev.threadline.words.Words;
import java.util.Arrays;
import javafx.scene.paint.Color;

/// Draws a folded lane of parallel tasks as one shape: how many ran at each moment, failures at its foot.
final class StackPainter {
    private static final Words WORDS = Words.of(StackPainter.class);
    private int[] changes = {};
    private boolean[] failed = {};

    void draw(Frame f, LaneRow row, double y) {
        int columns = (int) Math.ceil(f.width() - f.gutter());
        if (columns <= 0) {
            return;
        }
        count(f, row, columns);
        double unit = Frame.BAR / row.tracks().size();
        Color fill = f.fill(row.tracks().get(0).get(0));
        Color hue = f.hue(row.tracks().get(0).get(0));
        int running = 0;
        int last = -1;
        int first = -1;
        for (int i = 0; i < columns; i++) {
            running += changes[i];
            if (running > 0) {
                last = i;
                first = first < 0 ? i : first;
                double high = Math.clamp(running * unit, 2, Frame.BAR);
                f.g().setFill(fill);
                f.g().fillRect(f.gutter() + i, y + Frame.BAR - high, 1, high);
                f.g().setFill(hue);
                f.g().fillRect(f.gutter() + i, y + Frame.BAR - high, 1, 1.5);
            }
            if (failed[i]) {
                f.g().setFill(f.color(Role.FAILED));
                f.g().fillRect(f.gutter() + i, y + Frame.BAR - 5, 1, 5);
            }
        }
        String words = WORDS.text(
                "stack.tasks",
                String.valueOf(row.tracks().total()),
                Integer.toString(row.tracks().size()));
        double wide = f.ink().width(f.type().note(), words);
        boolean right = last - first < wide + 16;
        if (last >= 0 && (!right || columns - last > wide + 16)) {
            double x = f.gutter() + (right ? last : first) + 8;
            f.ink()
                    .left(
                            f.type().note(),
                            f.color(right ? Role.FG_MUTED : Role.FG),
                            words,
                            x,
                            y + Frame.BAR / 2,
                            wide + 1);
        }
    }

    private void count(Frame f, LaneRow row, int columns) {
        if (changes.length < columns + 1) {
            changes = new int[columns + 1];
            failed = new boolean[columns + 1];
        }
        Arrays.fill(changes, 0);
        Arrays.fill(failed, false);
        long from = f.axis().time(f.gutter());
        long to = f.axis().time(f.width());
        for (int t = 0; t < row.tracks().size(); t++) {
            Track track = row.tracks().get(t);
            for (int i = track.firstEndingAt(from);
                    i < track.size() && track.get(i).start() <= to;
                    i++) {
                Execution bar = track.get(i);
                int a = (int) Math.clamp(f.start(bar) - f.gutter(), 0, columns - 1);
                int b = (int) Math.clamp(f.end(bar) - f.gutter(), a + 1, columns);
                changes[a]++;
                changes[b]--;
                if (bar.state() == Execution.State.FAILED) {
                    Arrays.fill(failed, Math.max(0, b - 2), b, true);
                }
            }
        }
    }
}
