package dev.threadline.ui.kit;

import dev.threadline.capture.Needle;
import dev.threadline.ui.kit.Background.Job;
import dev.threadline.ui.kit.RowFlow.Row;
import dev.threadline.ui.theme.Fonts;
import dev.threadline.ui.theme.Role;
import dev.threadline.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// A raw text of any length, wrapped to the width it has; Ctrl C copies all of it. JavaFX thread only; lines are broken
/// in the background.
public final class RawText extends StackPane {
    private static final double PADDING = 12;

    /// How many matches are marked at most.
    private static final int MARKED = 10_000;

    private final Font font = Fonts.data(11.5);
    private final Background background;
    private final Theme theme;
    private final RowFlow flow;
    private final double cell;
    private RawLines lines = RawLines.of("", 80);
    private List<Needle.Match> matches = List.of();
    private @Nullable Needle needle;
    private String text = "";
    private int cells = -1;
    private @Nullable Job job;

    /// An empty text.
    public RawText(Theme theme, Background background, String name) {
        this.background = background;
        this.theme = theme;
        flow = new RowFlow(theme, 18, new Lines());
        flow.setAccessibleRoleDescription(name);
        javafx.scene.text.Text probe = new javafx.scene.text.Text("0");
        probe.setFont(font);
        cell = probe.getLayoutBounds().getWidth();
        getChildren().add(flow);
        flow.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.isShortcutDown() && e.getCode() == KeyCode.C) {
                CopyButton.put(text);
                e.consume();
            }
        });
        widthProperty().subscribe(this::wrap);
        theme.tell(this, RawText::wrap);
    }

    /// How many lines it takes; 0 while they are being broken.
    public int lineCount() {
        return lines.text().isEmpty() ? 0 : lines.count();
    }

    /// Marks what is looked for, and scrolls to the first; null marks nothing.
    public void seek(@Nullable Needle sought) {
        if (!Objects.equals(sought, needle)) {
            needle = sought;
            cells = -1;
            wrap();
        }
    }

    /// Shows a text.
    public void show(String raw) {
        text = raw;
        lines = RawLines.of("", 1);
        matches = List.of();
        cells = -1;
        flow.selected().set(-1);
        wrap();
    }

    private void wrap() {
        int room = (int) ((getWidth() - 2 * PADDING) / (cell * theme.scale().get()));
        if (room < 1 || room == cells) {
            return;
        }
        cells = room;
        if (job != null) {
            job.cancel();
        }
        String raw = text;
        Needle sought = needle;
        job = background.start(
                () -> new Wrapped(RawLines.of(raw, room), matches(raw, sought)),
                this::wrapped,
                e -> wrapped(new Wrapped(RawLines.of("", 1), List.of())));
    }

    private record Wrapped(RawLines lines, List<Needle.Match> matches) {}

    private static List<Needle.Match> matches(String in, @Nullable Needle sought) {
        List<Needle.Match> found = new ArrayList<>();
        Needle.Match next = sought == null ? null : sought.find(in, 0);
        while (sought != null && next != null && found.size() < MARKED) {
            found.add(next);
            next = sought.find(in, next.end());
        }
        return found;
    }

    private void wrapped(Wrapped made) {
        lines = made.lines;
        matches = made.matches;
        flow.rowsChanged();
        if (!matches.isEmpty()) {
            flow.reveal(lines.lineAt(matches.getFirst().start()));
        }
    }

    private final class Lines implements RowFlow.Rows {
        @Override
        public int count() {
            return lineCount();
        }

        @Override
        public void draw(Row row) {
            String line = lines.line(row.index());
            int from = lines.start(row.index());
            int done = 0;
            InkLine ink = new InkLine(row, PADDING, row.width());
            for (int i = firstEndingAfter(from); i < matches.size(); i++) {
                int start = Math.max(done, matches.get(i).start() - from);
                int end = Math.min(line.length(), matches.get(i).end() - from);
                if (start >= end) {
                    break;
                }
                ink.add(font, row.palette().get(Role.FG), line.substring(done, start))
                        .marked(
                                font,
                                row.palette().get(Role.FG),
                                row.palette().get(Role.CHANGED_TEXT),
                                line.substring(start, end));
                done = end;
            }
            ink.add(font, row.palette().get(Role.FG), line.substring(done));
        }

        private int firstEndingAfter(int place) {
            int low = 0;
            int high = matches.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (matches.get(middle).end() <= place) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        @Override
        public String sentence(int index) {
            return lines.line(index);
        }
    }
}
