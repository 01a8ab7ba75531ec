package dev.threadline.ui.captures;

import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.theme.Theme;
import dev.threadline.words.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// The columns of the captures' table: what each says, how wide it is, how it sorts, and when it goes for lack of room.
/// JavaFX thread only.
final class CaptureColumns {
    /// The column that the table sorts by unless the user says otherwise: the newest first.
    static final String RECORDED = "recorded";

    private static final Words WORDS = Words.of(CaptureColumns.class);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final double NOTE_LEAST = 130;

    /// What goes first where there is little room: others tell the same, or nearly.
    private static final List<String> SPARE = List.of("deployment", "thread", "runs", "length", "gaps", "shape");

    private final Theme theme;
    private final TableColumn<CaptureRow, CaptureRow> name;
    private final TableColumn<CaptureRow, CaptureRow> note;
    private final List<TableColumn<CaptureRow, CaptureRow>> all;

    CaptureColumns(Theme theme, BiConsumer<CaptureRow, String> rename) {
        this.theme = theme;
        name = column("name", WORDS.text("captureColumns.name"), 190, by(CaptureRow::name));
        name.setCellFactory(column -> new NameCell(theme, rename));
        note = words(
                "note",
                WORDS.text("captureColumns.note"),
                NOTE_LEAST,
                CaptureRow::note,
                row -> row.wrong() ? "tl-failed" : "tl-muted");
        TableColumn<CaptureRow, CaptureRow> shape =
                column("shape", WORDS.text("captureColumns.shape"), 128, Comparator.comparingLong(CaptureRow::length));
        shape.setSortable(false);
        shape.setCellFactory(column -> new ShapeCell(theme));
        all = List.of(
                name,
                words("assistant", WORDS.text("captureColumns.assistant"), 96, CaptureRow::assistant, row -> ""),
                words(
                        "deployment",
                        WORDS.text("captureColumns.deployment"),
                        84,
                        CaptureRow::deployment,
                        row -> "tl-muted"),
                figure(
                        "thread",
                        WORDS.text("captureColumns.thread"),
                        56,
                        by(CaptureRow::thread),
                        CaptureColumns::tail,
                        false),
                words("ended", WORDS.text("captureColumns.ended"), 90, CaptureRow::ended, CaptureColumns::tone),
                figure(
                        "runs",
                        WORDS.text("captureColumns.runs"),
                        42,
                        Comparator.comparingInt(CaptureRow::runs),
                        row -> count(row, row.runs()),
                        true),
                figure(
                        "events",
                        WORDS.text("captureColumns.events"),
                        62,
                        Comparator.comparingLong(CaptureRow::events),
                        r -> count(r, r.events()),
                        true),
                figure(
                        "size",
                        WORDS.text("captureColumns.size"),
                        76,
                        Comparator.comparingLong(CaptureRow::size),
                        row -> Figures.bytes(row.size()),
                        true),
                figure(
                        "length",
                        WORDS.text("captureColumns.length"),
                        84,
                        Comparator.comparingLong(CaptureRow::length),
                        CaptureColumns::length,
                        true),
                gaps(),
                shape,
                note,
                figure(
                        RECORDED,
                        WORDS.text("captureColumns.recorded"),
                        94,
                        Comparator.comparingLong(CaptureRow::recorded),
                        CaptureColumns::recorded,
                        true));
    }

    /// The columns in their order.
    List<TableColumn<CaptureRow, CaptureRow>> all() {
        return all;
    }

    /// The column where names are edited.
    TableColumn<CaptureRow, CaptureRow> name() {
        return name;
    }

    /// Fits them into a width: what others tell too goes while the note has no room, the note takes the rest.
    void fit(double width) {
        if (width <= 0) {
            return;
        }
        double scale = theme.scale().get();
        double rest = width - 12 - NOTE_LEAST * scale;
        double needed = all.stream()
                .filter(column -> !column.equals(note))
                .mapToDouble(column -> column.getPrefWidth())
                .sum();
        for (String spare : SPARE) {
            TableColumn<CaptureRow, CaptureRow> column = of(spare);
            column.setVisible(needed <= rest);
            needed -= column.isVisible() ? 0 : column.getPrefWidth();
        }
        note.setPrefWidth(Math.max(NOTE_LEAST * scale, NOTE_LEAST * scale + rest - needed));
    }

    private TableColumn<CaptureRow, CaptureRow> of(String id) {
        return all.stream()
                .filter(column -> column.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// The order as it is kept: a column's name, with a minus before it where the largest comes first; empty for none.
    static String order(TableView<CaptureRow> table) {
        if (table.getSortOrder().isEmpty()) {
            return "";
        }
        TableColumn<CaptureRow, ?> first = table.getSortOrder().getFirst();
        return (first.getSortType() == TableColumn.SortType.DESCENDING ? "-" : "") + first.getId();
    }

    /// Sorts by a kept order; by the newest where it names no column.
    void sort(TableView<CaptureRow> table, String order) {
        boolean down = order.startsWith("-");
        TableColumn<CaptureRow, CaptureRow> chosen = all.stream()
                .filter(column -> column.isSortable() && column.getId().equals(down ? order.substring(1) : order))
                .findFirst()
                .orElse(null);
        TableColumn<CaptureRow, CaptureRow> column = chosen == null ? of(RECORDED) : chosen;
        column.setSortType(chosen == null || down ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        table.getSortOrder().setAll(List.of(column));
    }

    private TableColumn<CaptureRow, CaptureRow> column(
            String id, String title, double width, Comparator<CaptureRow> order) {
        TableColumn<CaptureRow, CaptureRow> column = new TableColumn<>(title);
        column.setId(id);
        column.setCellValueFactory(value -> new ReadOnlyObjectWrapper<>(value.getValue()));
        column.setComparator(order);
        column.setReorderable(false);
        column.setEditable(id.equals("name"));
        column.setPrefWidth(Math.rint(width * theme.scale().get()));
        theme.tell(
                column,
                here -> here.setPrefWidth(Math.rint(width * theme.scale().get())));
        return column;
    }

    private TableColumn<CaptureRow, CaptureRow> words(
            String id,
            String title,
            double width,
            Function<CaptureRow, String> says,
            Function<CaptureRow, String> style) {
        TableColumn<CaptureRow, CaptureRow> column = column(id, title, width, by(says));
        column.setCellFactory(each -> new TextCell(says, style, id.equals("note")));
        return column;
    }

    private TableColumn<CaptureRow, CaptureRow> figure(
            String id,
            String title,
            double width,
            Comparator<CaptureRow> order,
            Function<CaptureRow, String> says,
            boolean right) {
        TableColumn<CaptureRow, CaptureRow> column = column(id, title, width, order);
        String style = id.equals(RECORDED) || id.equals("thread") ? "tl-muted" : "";
        column.setCellFactory(each -> {
            TextCell cell = new TextCell(says, row -> style, id.equals("thread"));
            cell.getStyleClass().add("tl-data");
            return cell;
        });
        if (right) {
            column.getStyleClass().add("tl-right");
        }
        return column;
    }

    private TableColumn<CaptureRow, CaptureRow> gaps() {
        TableColumn<CaptureRow, CaptureRow> column =
                column("gaps", WORDS.text("captureColumns.gaps"), 46, Comparator.comparingInt(CaptureRow::gaps));
        column.getStyleClass().add("tl-right");
        column.setCellFactory(each -> {
            TextCell cell = new TextCell(
                    row -> count(row, row.gaps()), row -> row.gaps() > 0 ? "tl-waiting" : "tl-muted", false);
            cell.getStyleClass().add("tl-data");
            return cell;
        });
        return column;
    }

    private static Comparator<CaptureRow> by(Function<CaptureRow, String> text) {
        return Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER);
    }

    private static String tail(CaptureRow row) {
        return row.thread().isEmpty() ? "" : "…" + Figures.tail(row.thread());
    }

    private static String count(CaptureRow row, long number) {
        return row.readable() ? Figures.count(number) : "";
    }

    private static String length(CaptureRow row) {
        return row.length() < 0 ? "" : Figures.duration(row.length());
    }

    /// The time of day, with the date before it where it was not today.
    private static String recorded(CaptureRow row) {
        ZoneId here = ZoneId.systemDefault();
        ZonedDateTime at = Figures.instant(row.recorded()).atZone(here);
        LocalDate today = LocalDate.now(here);
        if (at.toLocalDate().equals(today)) {
            return CLOCK.format(at);
        }
        return at.getYear() == today.getYear()
                ? Figures.day(at) + " " + MINUTE.format(at)
                : DateTimeFormatter.ISO_LOCAL_DATE.format(at);
    }

    private static String tone(CaptureRow row) {
        if (row.item().failure() != null) {
            return "tl-failed";
        }
        var status = row.status();
        if (status == null) {
            return "";
        }
        return switch (status) {
            case FAILED -> "tl-failed";
            case WAITING -> "tl-waiting";
            case RUNNING, STARTING -> "tl-accent";
            case SUCCESS -> "";
            case CANCELLED, UNKNOWN -> "tl-muted";
        };
    }

    /// A text in one of a few tones; the whole of it in a tooltip where it may be cut.
    private static final class TextCell extends TableCell<CaptureRow, CaptureRow> {
        private final Function<CaptureRow, String> says;
        private final Function<CaptureRow, String> style;
        private final boolean tip;

        TextCell(Function<CaptureRow, String> says, Function<CaptureRow, String> style, boolean mayBeCut) {
            this.says = says;
            this.style = style;
            tip = mayBeCut;
        }

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable CaptureRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("tl-muted", "tl-failed", "tl-waiting", "tl-accent");
            String text = empty || row == null ? "" : says.apply(row);
            setText(text);
            if (!empty && row != null) {
                String tone = style.apply(row);
                if (!tone.isEmpty()) {
                    getStyleClass().add(tone);
                }
                String whole = getTableColumn() != null
                                && "thread".equals(getTableColumn().getId())
                        ? row.thread()
                        : text;
                setTooltip(tip && !whole.isEmpty() ? new Tooltip(whole) : null);
            } else {
                setTooltip(null);
            }
        }
    }

    /// All that the columns say of a row, for those who don't see it.
    static String sentence(CaptureRow row) {
        return Stream.of(
                        row.name(),
                        row.assistant(),
                        row.ended(),
                        row.readable()
                                ? WORDS.text("captureColumns.figures", count(row, row.events()), length(row))
                                : "",
                        row.note())
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
