package dev.threadline.ui.menu;

import dev.threadline.words.Words;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The tour over a finished run: what stands where, a few steps, each beside what it speaks of; the rest is dimmed.
///
/// Enter and the arrow keys turn the pages, Esc ends. JavaFX thread only.
public final class Tour extends Pane {
    private static final Words WORDS = Words.of(Tour.class);
    private static final double GAP = 12;
    private static final double EDGE = 12;

    private final Region[] dims = {new Region(), new Region(), new Region(), new Region()};
    private final Region ring = new Region();
    private List<Step> steps = List.of();
    private Runnable ended = () -> {};
    private @Nullable TourCard card;
    private @Nullable Node before;
    private int at;

    /// A step.
    ///
    /// @param title a few words
    /// @param text two sentences at most
    /// @param target what it speaks of, found anew when it is shown; null leaves the card in the middle
    public record Step(String title, String text, Supplier<@Nullable Node> target) {}

    /// The layer, with nothing on it.
    public Tour() {
        setId("tour");
        for (Region dim : dims) {
            dim.getStyleClass().add("tl-scrim");
        }
        ring.getStyleClass().add("tl-tour-ring");
        ring.setMouseTransparent(true);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        sceneProperty().subscribe((old, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::keepFocus);
            }
        });
    }

    /// The five steps over a run tab.
    ///
    /// @param find finds a node on screen by its selector
    /// @param bring brings the panel with this tab's id to the front
    public static List<Step> steps(
            java.util.function.Function<String, @Nullable Node> find, java.util.function.Consumer<String> bring) {
        return List.of(
                new Step(
                        WORDS.text("tour.timeline"),
                        WORDS.text("tour.timeline.text"),
                        () -> find.apply(".tl-timeline")),
                new Step(WORDS.text("tour.node"), WORDS.text("tour.node.text"), () -> {
                    bring.accept("panel-node");
                    return find.apply(".tl-panel-tabs");
                }),
                new Step(WORDS.text("tour.events"), WORDS.text("tour.events.text"), () -> {
                    bring.accept("");
                    Node list = find.apply("#events");
                    return list == null ? null : list.getParent().getParent();
                }),
                new Step(WORDS.text("tour.state"), WORDS.text("tour.state.text"), () -> {
                    bring.accept("panel-state");
                    return find.apply(".tl-panel-tabs");
                }),
                new Step(WORDS.text("tour.captures"), WORDS.text("tour.captures.text"), () -> {
                    Node captures = find.apply("#captures");
                    return captures != null ? captures : find.apply("#rail");
                }));
    }

    /// Starts the tour; `then` is run when it was done or skipped.
    public void start(List<Step> through, Runnable then) {
        before = getScene() == null ? null : getScene().getFocusOwner();
        steps = through;
        ended = then;
        setVisible(true);
        show(0);
    }

    /// Whether it is on screen.
    public boolean running() {
        return card != null;
    }

    private void show(int step) {
        at = step;
        Step now = steps.get(step);
        TourCard made = new TourCard(
                now.title(), now.text(), step, steps.size(), this::end, () -> show(Math.max(0, at - 1)), this::next);
        card = made;
        getChildren().setAll(dims);
        getChildren().addAll(ring, made);
        requestLayout();
        made.focusNext();
    }

    private void next() {
        if (at + 1 < steps.size()) {
            show(at + 1);
        } else {
            end();
        }
    }

    private void end() {
        card = null;
        getChildren().clear();
        setVisible(false);
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
        ended.run();
    }

    private void pressed(KeyEvent e) {
        switch (e.getCode()) {
            case ESCAPE -> end();
            case RIGHT, DOWN -> next();
            case LEFT, UP -> show(Math.max(0, at - 1));
            case ENTER, SPACE, TAB -> {
                return;
            }
            default -> {
                // The window's keys wait until the tour is over.
            }
        }
        e.consume();
    }

    private void keepFocus(@Nullable Node owner) {
        TourCard open = card;
        if (open != null && owner != null && !within(owner, open)) {
            open.focusNext();
        }
    }

    private static boolean within(Node node, Node parent) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(parent)) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void layoutChildren() {
        TourCard open = card;
        if (open == null) {
            return;
        }
        Node target = steps.get(at).target().get();
        Bounds hole = target == null || target.getScene() == null
                ? null
                : sceneToLocal(target.localToScene(target.getLayoutBounds()));
        double width = Math.min(TourCard.WIDTH, getWidth() - 2 * EDGE);
        double height = open.prefHeight(width);
        if (hole == null) {
            dim(getWidth() / 2, getHeight() / 2, 0, 0);
            open.resizeRelocate((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
            return;
        }
        double left = Math.max(0, hole.getMinX());
        double top = Math.max(0, hole.getMinY());
        double right = Math.min(getWidth(), hole.getMaxX());
        double bottom = Math.min(getHeight(), hole.getMaxY());
        dim(left, top, right - left, bottom - top);
        double x = left;
        double y;
        if (right - left < width && right + GAP + width <= getWidth() - EDGE) {
            x = right + GAP;
            y = bottom - height;
        } else if (bottom + GAP + height <= getHeight() - EDGE) {
            y = bottom + GAP;
        } else if (top - GAP - height >= EDGE) {
            y = top - GAP - height;
        } else if (left - GAP - width >= EDGE) {
            x = left - GAP - width;
            y = top;
        } else if (right + GAP + width <= getWidth() - EDGE) {
            x = right + GAP;
            y = top;
        } else {
            y = bottom - GAP - height;
            x = left + GAP;
        }
        open.resizeRelocate(
                Math.rint(Math.clamp(x, EDGE, Math.max(EDGE, getWidth() - width - EDGE))),
                Math.rint(Math.clamp(y, EDGE, Math.max(EDGE, getHeight() - height - EDGE))),
                width,
                height);
    }

    /// Dims all around a rectangle.
    private void dim(double x, double y, double width, double height) {
        double l = Math.rint(x);
        double t = Math.rint(y);
        double w = Math.rint(x + width) - l;
        double h = Math.rint(y + height) - t;
        dims[0].resizeRelocate(0, 0, getWidth(), t);
        dims[1].resizeRelocate(0, t + h, getWidth(), Math.max(0, getHeight() - t - h));
        dims[2].resizeRelocate(0, t, l, h);
        dims[3].resizeRelocate(l + w, t, Math.max(0, getWidth() - l - w), h);
        ring.setVisible(w > 0);
        ring.resizeRelocate(l, t, w, h);
    }
}
