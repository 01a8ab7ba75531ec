package dev.threadline.ui.kit;

import dev.threadline.ui.theme.Palette;
import dev.threadline.ui.theme.Role;
import dev.threadline.ui.theme.Theme;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A list of rows of one height drawn on a canvas: any number of rows, only the visible ones are ever asked for.
///
/// While `follow` is on it stays at the last row; moving the selection or scrolling up turns it off. One focus
/// stop with arrow keys inside; the selected row is told to the accessibility API as a sentence. JavaFX thread
/// only.
public final class RowFlow extends Region {
    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private final Ink ink;
    private final Rows rows;
    private final Theme theme;
    private final double rowHeight;
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final BooleanProperty follow = new SimpleBooleanProperty(this, "follow", false);
    private int hovered = -1;
    private int drawnCount = -1;
    private boolean moving;
    private boolean framed;
    private boolean due;
    private @Nullable Runnable onOpen;

    /// What the rows are.
    public interface Rows {
        /// How many there are now.
        int count();

        /// The visible rows are about to be drawn.
        default void begin() {}

        /// The visible rows have been drawn.
        default void drawn() {}

        /// Draws one row; its ground is drawn already.
        void draw(Row row);

        /// The row as a sentence, for those who don't see it.
        String sentence(int index);

        /// The ground of a row that is neither selected nor plain, or null for the plain one.
        default @Nullable Role ground(int index) {
            return null;
        }
    }

    /// One row to draw.
    ///
    /// @param index its number from 0
    /// @param g the canvas
    /// @param ink text on the canvas
    /// @param palette the colours in use
    /// @param y its upper edge
    /// @param width its width
    /// @param height its height
    /// @param tinted whether its ground is not the plain one: faint text becomes muted
    public record Row(
            int index,
            GraphicsContext g,
            Ink ink,
            Palette palette,
            double y,
            double width,
            double height,
            boolean tinted) {
        /// The vertical middle.
        public double middle() {
            return y + height / 2;
        }

        /// Faint text for this ground.
        public javafx.scene.paint.Color faint() {
            return palette.get(tinted ? Role.FG_MUTED : Role.FG_SUBTLE);
        }
    }

    /// A list over the given rows, each `rowHeight` pixels high.
    public RowFlow(Theme theme, double rowHeight, Rows rows) {
        this.theme = theme;
        ink = new Ink(canvas.getGraphicsContext2D(), theme);
        this.rowHeight = rowHeight;
        this.rows = rows;
        bar.setOrientation(Orientation.VERTICAL);
        bar.getStyleClass().add("tl-scroll");
        getChildren().addAll(canvas, bar);
        getStyleClass().add("tl-rows");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        bar.valueProperty().subscribe(this::scrolled);
        selected.subscribe(this::selectionMoved);
        accessibleRoleDescriptionProperty().subscribe(this::selectionMoved);
        follow.subscribe(this::rowsChanged);
        theme.tell(this, RowFlow::redraw);
        focusedProperty().subscribe(this::redraw);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        canvas.setOnScroll(e -> scrollBy(-e.getDeltaY()));
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseMoved(e -> hover(rowAt(e.getY())));
        canvas.setOnMouseExited(e -> hover(-1));
    }

    /// The number of the selected row, -1 for none.
    public IntegerProperty selected() {
        return selected;
    }

    /// Whether it stays at the last row.
    public BooleanProperty follow() {
        return follow;
    }

    /// All rows as sentences, as they are told to those who don't see them; for short lists and tests.
    public java.util.List<String> sentences() {
        return java.util.stream.IntStream.range(0, rows.count())
                .mapToObj(rows::sentence)
                .toList();
    }

    /// What Enter and a double click do.
    public void onOpen(Runnable open) {
        onOpen = open;
    }

    /// Marks the selected row by a frame of 1 px and keeps its ground, as places in JSON do.
    public void framed(boolean frame) {
        framed = frame;
    }

    /// Looks at the number of rows again and redraws; call it when rows were added or changed.
    public void rowsChanged() {
        measure();
        redraw();
    }

    private void measure() {
        int count = rows.count();
        double high = count * rowHeight;
        double room = getHeight();
        moving = true;
        bar.setMax(Math.max(0, high - room));
        bar.setVisibleAmount(high <= room ? bar.getMax() : bar.getMax() * room / high);
        bar.setVisible(high > room);
        bar.setUnitIncrement(rowHeight);
        bar.setBlockIncrement(Math.max(rowHeight, room - rowHeight));
        bar.setValue(follow.get() ? bar.getMax() : Math.min(bar.getValue(), bar.getMax()));
        moving = false;
        drawnCount = count;
    }

    /// Looks whether rows were added since the last look, and draws if so.
    public void pulse() {
        if (rows.count() != drawnCount) {
            rowsChanged();
        }
    }

    /// Scrolls as little as needed to show a row.
    public void reveal(int index) {
        double top = index * rowHeight;
        if (top < bar.getValue()) {
            bar.setValue(top);
        } else if (top + rowHeight > bar.getValue() + getHeight()) {
            bar.setValue(Math.min(bar.getMax(), top + rowHeight - getHeight()));
        }
    }

    /// Lets the visible rows be drawn again before the frame is out, once however often this is asked for.
    public void redraw() {
        due = true;
        setNeedsLayout(true);
    }

    /// Whether all asked for is drawn.
    public boolean drawn() {
        return !due;
    }

    private void paint() {
        due = false;
        rows.begin();
        Palette palette = theme.palette().get();
        GraphicsContext g = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        g.setFill(palette.get(Role.BG));
        g.fillRect(0, 0, width, height);
        int count = rows.count();
        double offset = Math.round(bar.getValue());
        int first = Math.max(0, (int) (offset / rowHeight));
        for (int i = first; i < count && i * rowHeight - offset < height; i++) {
            double y = i * rowHeight - offset;
            drawRow(palette, i, y, width);
        }
        rows.drawn();
    }

    private void drawRow(Palette palette, int index, double y, double width) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        boolean chosen = index == selected.get();
        Role ground = ground(index, chosen && !framed);
        if (ground != null) {
            g.setFill(palette.get(ground));
            g.fillRect(0, y, width, rowHeight);
        }
        rows.draw(new Row(index, g, ink, palette, y, width, rowHeight, ground != null));
        if (chosen && (framed || isFocused())) {
            double line = isFocused() ? 2 : 1;
            g.setStroke(palette.get(Role.ACCENT));
            g.setLineWidth(line);
            g.strokeRect(line / 2, y + line / 2, width - line, rowHeight - line);
        }
    }

    private @Nullable Role ground(int index, boolean filled) {
        if (filled) {
            return Role.SELECTED;
        }
        Role own = rows.ground(index);
        return own != null ? own : index == hovered ? Role.HOVER : null;
    }

    @Override
    protected void layoutChildren() {
        double wide = 10;
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            bar.resizeRelocate(getWidth() - wide, 0, wide, getHeight());
            measure();
            due = true;
        }
        if (due) {
            paint();
        }
    }

    private void scrolled() {
        if (!moving) {
            if (bar.getValue() < bar.getMax() - 1) {
                follow.set(false);
            }
            redraw();
        }
    }

    private void scrollBy(double pixels) {
        bar.setValue(Math.clamp(bar.getValue() + pixels, 0, bar.getMax()));
    }

    private void selectionMoved() {
        int index = selected.get();
        if (index >= 0 && index < rows.count()) {
            reveal(index);
            setAccessibleText(rows.sentence(index));
        } else {
            setAccessibleText(getAccessibleRoleDescription());
        }
        redraw();
    }

    private void pressed(MouseEvent e) {
        requestFocus();
        int index = rowAt(e.getY());
        if (index >= 0) {
            choose(index);
            if (e.getClickCount() == 2) {
                open();
            }
        }
    }

    private void hover(int index) {
        if (index != hovered) {
            hovered = index;
            redraw();
        }
    }

    private int rowAt(double y) {
        int index = (int) ((y + bar.getValue()) / rowHeight);
        return index < rows.count() ? index : -1;
    }

    private void key(KeyEvent e) {
        if (e.isControlDown() || e.isAltDown() || e.isMetaDown()) {
            return;
        }
        int page = Math.max(1, (int) (getHeight() / rowHeight) - 1);
        KeyCode code = e.getCode();
        switch (code) {
            case UP, K -> choose(selected.get() - 1);
            case DOWN, J -> choose(selected.get() + 1);
            case PAGE_UP -> choose(selected.get() - page);
            case PAGE_DOWN -> choose(selected.get() + page);
            case HOME -> choose(0);
            case END -> choose(rows.count() - 1);
            case ENTER -> open();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void choose(int index) {
        if (rows.count() > 0) {
            follow.set(false);
            selected.set(Math.clamp(index, 0, rows.count() - 1));
        }
    }

    private void open() {
        if (onOpen != null) {
            onOpen.run();
        }
    }
}
