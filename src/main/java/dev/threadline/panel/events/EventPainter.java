package dev.threadline.panel.events;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.capture.Needle;
import dev.threadline.capture.RunRecord;
import dev.threadline.run.EventLog;
import dev.threadline.run.EventSummary.Segment;
import dev.threadline.ui.kit.Columns;
import dev.threadline.ui.kit.Columns.Cell;
import dev.threadline.ui.kit.Columns.Column;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.InkLine;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.RowFlow.Row;
import dev.threadline.ui.theme.Fonts;
import dev.threadline.ui.theme.Glyph;
import dev.threadline.ui.theme.Palette;
import dev.threadline.ui.theme.Role;
import dev.threadline.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// Draws the rows of the event list (look, main-run). JavaFX thread only.
final class EventPainter {
    private static final Words WORDS = Words.of(EventPainter.class);

    private final Font data = Fonts.data(11.5);
    private final Font mode = Fonts.dataMedium(11);
    private final Font words = Fonts.words(12);
    private final Font strong = Fonts.medium(12);
    private final OpenRun run;
    private final EventLog log;
    private final EventRows rows;
    private final Summaries summaries;
    private final Columns columns = new Columns(
            140,
            new Column("seq", WORDS.text("row.seq"), 66, true, 0),
            new Column("arrived", WORDS.text("row.arrived"), 68, true, 1),
            new Column("mode", WORDS.text("row.mode"), 94, false, 0),
            new Column("where", WORDS.text("row.where"), 128, false, 0),
            new Column("step", WORDS.text("row.step"), 40, true, 2),
            new Column("size", WORDS.text("row.size"), 66, true, 3),
            new Column("what", WORDS.text("row.what"), 0, false, 0));

    EventPainter(OpenRun run, EventRows rows, Summaries summaries) {
        this.run = run;
        this.log = run.log();
        this.rows = rows;
        this.summaries = summaries;
    }

    /// The columns, also for the head.
    Columns columns() {
        return columns;
    }

    /// Makes room for the sequence number and the arrival of the last event.
    void widen() {
        int end = run.log().size() - 1;
        long last = end < 0 ? 0 : run.log().seq(end);
        long micros = end < 0 ? 0 : run.log().receivedAt(end) - run.log().receivedAt(0);
        columns.resize("arrived", micros < 10_000_000 ? 68 : 84);
        columns.resize("seq", Math.max(66, 16 + 7 * (Long.toString(last).length() + 4.0)));
    }

    /// The ground of a row.
    @Nullable
    Role ground(int row) {
        return switch (rows.kind(row)) {
            case RUN -> Role.BG_SUBTLE;
            case CONNECTION -> rows.connection(row).kind() == ConnectionEntry.Kind.GAP ? Role.WAITING_GROUND : null;
            case EVENT, GROUP, MEMBER -> {
                int event = rows.event(row);
                boolean failed = log.kind(event) == EventKind.ERROR || log.is(event, EventFlag.FAILED);
                yield failed ? Role.FAILED_GROUND : null;
            }
        };
    }

    /// Whether a click at `x` is on the mark that opens a group.
    boolean onChevron(double x) {
        Cell what = columns.cell("what");
        return what != null && x >= what.left() && x < what.left() + 14;
    }

    /// A row as a sentence.
    String sentence(int row) {
        int event = rows.event(row);
        return switch (rows.kind(row)) {
            case RUN -> WORDS.text("row.begins", Integer.toString(rows.run(row)));
            case CONNECTION ->
                WORDS.text(
                        "row.connection",
                        EventWords.connection(rows.connection(row).kind()),
                        Long.toString(rows.connection(row).afterSeq()),
                        EventWords.said(rows.connection(row)));
            case GROUP ->
                WORDS.text("row.group", Integer.toString(rows.count(row)), Long.toString(log.seq(event)), who(event));
            case EVENT, MEMBER ->
                WORDS.text(
                        "row.event",
                        Long.toString(log.seq(event)),
                        EventWords.mode(log, event),
                        who(event),
                        EventWords.kind(log.kind(event)));
        };
    }

    private String who(int event) {
        String node = log.node(event);
        return node != null ? node : EventWords.place(log.namespace(event));
    }

    void draw(Row row) {
        columns.fit(row.width());
        switch (rows.kind(row.index())) {
            case RUN -> begin(row);
            case CONNECTION -> connection(row);
            case EVENT, GROUP, MEMBER -> event(row);
        }
    }

    private void event(Row row) {
        int first = rows.event(row.index());
        int count = rows.count(row.index());
        int last = first + count - 1;
        boolean found = run.search().hits().between(first, first + count) > 0;
        if (found) {
            row.g().setFill(row.palette().get(Role.CHANGED));
            row.g().fillRect(0, row.y(), 3, row.height());
        }
        Color figures = row.faint();
        cell("seq", row, data, figures, EventWords.seqs(log.seq(first), log.seq(last)));
        cell("arrived", row, data, row.palette().get(Role.FG), arrived(last));
        cell("mode", row, mode, modeColor(row, first), EventWords.mode(log, first));
        where(row, first);
        if (log.facts(first).hasStep()) {
            cell("step", row, data, figures, Integer.toString(log.step(first)));
        }
        cell("size", row, data, figures, Figures.bytes(bytes(first, last)));
        what(row, first, count, found ? run.search().needle() : null);
    }

    private String arrived(int event) {
        long start = rows.start(log.run(event));
        return millis(log.receivedAt(event) - start);
    }

    private long bytes(int first, int last) {
        long sum = 0;
        for (int i = first; i <= last; i++) {
            sum += log.size(i);
        }
        return sum;
    }

    private Color modeColor(Row row, int event) {
        return switch (log.kind(event)) {
            case ERROR -> row.palette().get(Role.FAILED);
            case MALFORMED, UNKNOWN -> row.palette().get(Role.WAITING);
            case TASK_START, TASK_RESULT, CHECKPOINT, CALLBACK -> row.palette().get(Role.FG_MUTED);
            default -> row.palette().get(Role.FG);
        };
    }

    private void where(Row row, int event) {
        Cell cell = columns.cell("where");
        if (cell == null) {
            return;
        }
        String node = log.node(event);
        double y = Math.rint(row.middle()) - 4;
        GraphicsContext g = row.g();
        if (node != null) {
            g.setFill(row.palette().lane(run.colors().of(node)));
            g.fillRoundRect(cell.left(), y, 8, 8, 4, 4);
        } else {
            g.setStroke(row.palette().get(Role.LINE_CONTROL));
            g.setLineWidth(1);
            g.strokeRoundRect(cell.left() + 0.5, y + 0.5, 7, 7, 4, 4);
        }
        row.ink()
                .left(words, row.palette().get(Role.FG), who(event), cell.left() + 14, row.middle(), cell.width() - 30);
    }

    private void what(Row row, int event, int count, @Nullable Needle sought) {
        Cell cell = columns.cell("what");
        if (cell == null) {
            return;
        }
        InkLine line = new InkLine(row, cell.left(), cell.x() + cell.width() - 12);
        EventRows.Kind kind = rows.kind(row.index());
        if (kind == EventRows.Kind.GROUP) {
            chevron(row, line.x() + 3, rows.open(row.index()));
            line.gap(16);
        } else if (kind == EventRows.Kind.MEMBER) {
            line.gap(16);
        }
        if (log.is(event, EventFlag.INTERRUPT)) {
            Glyph.WAITING.draw(row.g(), row.palette(), line.x(), row.middle() - 6, 12);
            line.gap(16);
        }
        if (log.is(event, EventFlag.DUPLICATE)) {
            line.add(words, row.faint(), WORDS.text("row.replayed") + " · ");
        }
        List<Segment> segments = kind == EventRows.Kind.GROUP ? summaries.group(event, count) : summaries.event(event);
        if (segments == null) {
            line.add(words, row.faint(), EventWords.kind(log.kind(event)));
        } else {
            segments(row, line, segments, log.kind(event) == EventKind.MALFORMED, sought);
        }
    }

    private void segments(Row row, InkLine line, List<Segment> segments, boolean raw, @Nullable Needle sought) {
        Palette palette = row.palette();
        for (Segment segment : segments) {
            // The mode column says "not JSON" already.
            if (raw && segment.role() == dev.threadline.run.EventSummary.Role.WAITING) {
                continue;
            }
            Color color = switch (segment.role()) {
                case NORMAL, STRONG -> palette.get(Role.FG);
                case MUTED -> row.faint();
                case JSON -> raw ? row.faint() : palette.get(EventWords.json(segment.text()));
                case FAILED -> palette.get(Role.FAILED);
                case WAITING -> palette.get(Role.WAITING);
            };
            boolean heavy = segment.role() == dev.threadline.run.EventSummary.Role.STRONG;
            line.sought(raw ? data : heavy ? strong : words, color, segment.text(), sought);
        }
    }

    private void connection(Row row) {
        ConnectionEntry entry = rows.connection(row.index());
        boolean gap = entry.kind() == ConnectionEntry.Kind.GAP;
        if (gap) {
            cell("seq", row, data, row.faint(), entry.afterSeq() + 1 + "–?");
        }
        long start = rows.start(entry.run());
        if (start > 0 && entry.at() >= start) {
            cell("arrived", row, data, row.faint(), millis(entry.at() - start));
        }
        cell("mode", row, mode, row.palette().get(EventWords.tone(entry.kind())), EventWords.connection(entry.kind()));
        Cell from = columns.cell("where");
        if (from != null) {
            new InkLine(row, from.left(), row.width() - 12)
                    .add(
                            words,
                            gap ? row.palette().get(Role.FG) : row.palette().get(Role.FG_MUTED),
                            EventWords.said(entry));
        }
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.1f", micros / 1000.0);
    }

    private void begin(Row row) {
        int number = rows.run(row.index());
        List<RunRecord> runs = run.recording().runs();
        List<Segment> known =
                number <= runs.size() ? summaries.begin(rows.event(row.index()), runs.get(number - 1)) : null;
        row.g().setFill(row.palette().get(Role.LINE));
        row.g().fillRect(0, row.y(), row.width(), 1);
        Cell from = columns.cell("mode");
        InkLine line = new InkLine(row, from == null ? 12 : from.left(), row.width() - 12);
        if (known == null) {
            line.add(strong, row.palette().get(Role.FG), WORDS.text("begin.run", Integer.toString(number)));
        } else {
            segments(row, line, known, false, null);
        }
    }

    private void cell(String name, Row row, Font font, Color color, String text) {
        Cell cell = columns.cell(name);
        if (cell != null) {
            cell.text(row, font, color, text);
        }
    }

    private static void chevron(Row row, double x, boolean open) {
        double y = row.middle();
        row.g().setStroke(row.faint());
        row.g().setLineWidth(1.4);
        if (open) {
            row.g().strokePolyline(new double[] {x - 1, x + 3, x + 7}, new double[] {y - 2, y + 2, y - 2}, 3);
        } else {
            row.g().strokePolyline(new double[] {x + 1, x + 5, x + 1}, new double[] {y - 4, y, y + 4}, 3);
        }
    }
}
