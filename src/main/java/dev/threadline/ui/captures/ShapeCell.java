package dev.threadline.ui.captures;

import dev.threadline.capture.CaptureOverview.Stretch;
import dev.threadline.ui.kit.Hatch;
import dev.threadline.ui.theme.LaneColors;
import dev.threadline.ui.theme.Palette;
import dev.threadline.ui.theme.Role;
import dev.threadline.ui.theme.Theme;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A capture's shape in a cell: bars in the colours of their nodes, waits hatched, failures red, idle time a line.
final class ShapeCell extends TableCell<CaptureRow, CaptureRow> {
    private static final double HEIGHT = 12;
    private static final double LEAST = 2;

    private final Theme theme;
    private final Canvas canvas = new Canvas();

    ShapeCell(Theme theme) {
        this.theme = theme;
        canvas.setMouseTransparent(true);
        widthProperty().subscribe(this::draw);
    }

    @Override
    protected void updateItem(@Nullable CaptureRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null || row.shape().isEmpty() ? null : canvas);
        setAccessibleText(empty || row == null ? null : row.sentence());
        draw();
    }

    /// Draws what it shows, again when the colours have changed.
    void draw() {
        CaptureRow row = getItem();
        double width = Math.floor(getWidth() - 16);
        if (row == null || isEmpty() || width <= 0) {
            return;
        }
        canvas.setWidth(width);
        canvas.setHeight(HEIGHT);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, HEIGHT);
        paint(g, theme.palette().get(), row.shape(), width);
    }

    private static void paint(GraphicsContext g, Palette palette, List<Stretch> shape, double width) {
        g.setFill(palette.get(Role.LINE));
        g.fillRect(0, 5, width, 1);
        LaneColors colors = new LaneColors();
        for (Stretch stretch : shape) {
            double x = Math.rint(stretch.from() * width);
            double to = Math.max(x + LEAST, Math.rint(stretch.to() * width));
            x = Math.min(x, width - LEAST);
            double wide = Math.min(to, width) - x;
            String node = stretch.node();
            switch (stretch.kind()) {
                case WAIT -> {
                    g.setFill(palette.get(Role.WAITING_GROUND));
                    g.fillRect(x, 1, wide, 10);
                    Hatch.draw(g, palette.get(Role.WAITING_MARK), 1.6, 6, true, x, 1, wide, 10);
                }
                case FAILED -> bar(g, palette.get(Role.FAILED), x, wide);
                case WORK ->
                    bar(g, node == null ? palette.get(Role.CANCELLED) : palette.lane(colors.of(node)), x, wide);
            }
        }
    }

    private static void bar(GraphicsContext g, javafx.scene.paint.Color color, double x, double wide) {
        g.setFill(color.deriveColor(0, 1, 1, 0.8));
        g.fillRoundRect(x, 1, Math.max(LEAST, wide > 6 ? wide - 1 : wide), 10, 3, 3);
    }
}
