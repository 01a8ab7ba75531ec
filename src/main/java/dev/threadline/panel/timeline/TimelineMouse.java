package dev.threadline.panel.timeline;

import dev.threadline.run.Execution;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What the pointer does in the timeline: select, pin, pan, zoom, fold, and drag the playhead, the minimap's window and
/// the gutter's edge.
final class TimelineMouse {
    private static final double SLACK = 4;

    private enum Grip {
        NONE,
        HEAD,
        LANES,
        MAP,
        MAP_LEFT,
        MAP_RIGHT,
        GUTTER
    }

    private final TimelineView view;
    private final Canvas canvas;
    private Grip grip = Grip.NONE;
    private boolean moved;
    private double pressedX;
    private double lastX;
    private double lastY;
    private long grabbed;

    TimelineMouse(TimelineView view, Canvas canvas) {
        this.view = view;
        this.canvas = canvas;
    }

    void listen() {
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(this::released);
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(e -> view.card().hide());
        canvas.setOnScroll(this::scrolled);
    }

    private void pressed(MouseEvent e) {
        view.requestFocus();
        view.card().hide();
        Frame f = view.frame();
        if (f == null || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        moved = false;
        pressedX = e.getX();
        lastX = e.getX();
        lastY = e.getY();
        grip = gripAt(f, e.getX(), e.getY());
        switch (grip) {
            case HEAD -> pin(f, e.getX());
            case MAP -> {
                Minimap map = Minimap.of(f);
                long time = map.time(e.getX());
                if (time < view.viewport().from() || time > view.viewport().to()) {
                    jump(time);
                }
                grabbed = map.time(e.getX()) - view.viewport().from();
            }
            default -> {}
        }
    }

    private Grip gripAt(Frame f, double x, double y) {
        if (Math.abs(x - f.gutter()) < 3) {
            return Grip.GUTTER;
        }
        if (x < f.gutter()) {
            return Grip.NONE;
        }
        if (y < Frame.MINIMAP) {
            Minimap map = Minimap.of(f);
            if (Math.abs(x - Math.max(f.gutter() + 4, map.x(view.viewport().from()) - 4.5)) <= SLACK) {
                return Grip.MAP_LEFT;
            }
            boolean right =
                    Math.abs(x - Math.min(f.width() - 4, map.x(view.viewport().to()) + 4.5)) <= SLACK;
            return right ? Grip.MAP_RIGHT : Grip.MAP;
        }
        if (y < Frame.TOP) {
            return Grip.HEAD;
        }
        boolean head = !view.data().empty() && Math.abs(x - f.axis().x(f.head())) <= 3;
        return head && Hits.at(f, x, y) == null ? Grip.HEAD : Grip.LANES;
    }

    private void dragged(MouseEvent e) {
        Frame f = view.frame();
        if (f == null) {
            return;
        }
        moved |= Math.abs(e.getX() - pressedX) > SLACK || Math.abs(e.getY() - lastY) > SLACK;
        Minimap map = Minimap.of(f);
        switch (grip) {
            case HEAD -> pin(f, e.getX());
            case LANES -> {
                if (moved) {
                    canvas.setCursor(Cursor.CLOSED_HAND);
                    view.viewport().pan(lastX - e.getX());
                    view.scroll(lastY - e.getY());
                    lastX = e.getX();
                    lastY = e.getY();
                    view.byHand();
                }
            }
            case MAP -> {
                view.viewport().leftAt(map.time(e.getX()) - grabbed);
                view.byHand();
            }
            case MAP_LEFT -> {
                long to = view.viewport().to();
                view.viewport().window(Math.min(to - 1, map.time(e.getX())), to);
                view.byHand();
            }
            case MAP_RIGHT -> {
                long from = view.viewport().from();
                view.viewport().window(from, Math.max(from + 1, map.time(e.getX())));
                view.byHand();
            }
            case GUTTER -> view.gutter(e.getX());
            case NONE -> {}
        }
    }

    private void released(MouseEvent e) {
        Frame f = view.frame();
        if (f != null && !moved && e.getButton() == MouseButton.PRIMARY) {
            if (e.getX() < f.gutter() - 3) {
                gutterClicked(f, e);
            } else if (grip == Grip.LANES || (grip == Grip.HEAD && f.axis().foldAt(e.getX()) >= 0)) {
                clicked(f, e);
            }
        }
        grip = Grip.NONE;
        canvas.setCursor(Cursor.DEFAULT);
    }

    private void clicked(Frame f, MouseEvent e) {
        Execution hit = Hits.at(f, e.getX(), e.getY());
        int fold = f.axis().foldAt(e.getX());
        if (hit != null) {
            view.choose(hit);
            if (e.getClickCount() == 2) {
                view.open();
            } else {
                view.moments().pin(Math.min(f.axis().time(e.getX()), f.now()));
            }
        } else if (fold >= 0) {
            TimeScale scale = f.axis().scale();
            view.glide();
            view.viewport().unfold((scale.foldFrom(fold) + scale.foldTo(fold)) / 2, e.getX() - f.gutter());
            view.byHand();
        }
    }

    private void gutterClicked(Frame f, MouseEvent e) {
        int index = Hits.row(f, e.getY());
        if (index < 0) {
            return;
        }
        LaneRow row = f.rows().get(index);
        double triangle = GutterPainter.triangle(row.lane());
        boolean onTriangle = e.getX() >= triangle - SLACK && e.getX() <= triangle + 11;
        if (row.foldable() && (onTriangle || e.getClickCount() == 2)) {
            view.toggle(row);
            return;
        }
        Execution nearest = Hits.nearest(row, f.head());
        if (nearest != null) {
            view.choose(nearest);
            view.moments().pin(nearest.start());
        }
    }

    private void moved(MouseEvent e) {
        Frame f = view.frame();
        if (f == null) {
            return;
        }
        Execution hit = Hits.at(f, e.getX(), e.getY());
        canvas.setCursor(cursor(f, e, hit != null));
        if (hit == null) {
            view.card().hide();
        } else {
            view.card().soon(hit, e.getScreenX(), e.getScreenY());
        }
    }

    private Cursor cursor(Frame f, MouseEvent e, boolean bar) {
        return switch (gripAt(f, e.getX(), e.getY())) {
            case GUTTER, MAP_LEFT, MAP_RIGHT, HEAD -> Cursor.H_RESIZE;
            case LANES -> bar || f.axis().foldAt(e.getX()) >= 0 ? Cursor.HAND : Cursor.DEFAULT;
            case MAP, NONE -> Cursor.DEFAULT;
        };
    }

    private void scrolled(ScrollEvent e) {
        Frame f = view.frame();
        if (f == null) {
            return;
        }
        double across = e.getDeltaX() != 0 ? e.getDeltaX() : e.isShiftDown() ? e.getDeltaY() : 0;
        if (e.isControlDown() || e.isMetaDown()) {
            view.viewport().zoom(Math.exp(e.getDeltaY() / 160), Math.max(0, e.getX() - f.gutter()));
            view.card().hide();
            view.touch();
        } else if (across != 0) {
            view.viewport().pan(-across);
            view.byHand();
        } else {
            view.scroll(-e.getDeltaY());
        }
        e.consume();
    }

    private void pin(Frame f, double x) {
        if (!view.data().empty()) {
            view.moments().pin(Math.clamp(f.axis().time(x), f.origin(), f.now()));
        }
    }

    private void jump(long time) {
        long half = (view.viewport().to() - view.viewport().from()) / 2;
        view.viewport().leftAt(time - half);
        view.byHand();
    }
}
