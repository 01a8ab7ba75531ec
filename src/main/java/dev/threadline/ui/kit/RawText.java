package dev.threadline.ui.kit;

import dev.threadline.ui.kit.Background.Job;
import dev.threadline.ui.kit.RowFlow.Row;
import dev.threadline.ui.theme.Fonts;
import dev.threadline.ui.theme.Role;
import dev.threadline.ui.theme.Theme;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// A raw text of any length, wrapped to the width it has; Ctrl C copies all of it. JavaFX thread only; lines are broken
/// in the background.
public final class RawText extends StackPane {
    private static final double PADDING = 12;

    private final Font font = Fonts.data(11.5);
    private final Background background;
    private final Theme theme;
    private final RowFlow flow;
    private final double cell;
    private RawLines lines = RawLines.of("", 80);
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
        theme.scale().subscribe(this::wrap);
    }

    /// How many lines it takes; 0 while they are being broken.
    public int lineCount() {
        return lines.text().isEmpty() ? 0 : lines.count();
    }

    /// Shows a text.
    public void show(String raw) {
        text = raw;
        lines = RawLines.of("", 1);
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
        job = background.start(() -> RawLines.of(raw, room), this::wrapped, e -> wrapped(RawLines.of("", 1)));
    }

    private void wrapped(RawLines made) {
        lines = made;
        flow.rowsChanged();
    }

    private final class Lines implements RowFlow.Rows {
        @Override
        public int count() {
            return lineCount();
        }

        @Override
        public void draw(Row row) {
            row.ink()
                    .left(
                            font,
                            row.palette().get(Role.FG),
                            lines.line(row.index()),
                            PADDING,
                            row.middle(),
                            row.width());
        }

        @Override
        public String sentence(int index) {
            return lines.line(index);
        }
    }
}
