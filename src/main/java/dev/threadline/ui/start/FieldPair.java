package dev.threadline.ui.start;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;

/// Two fields side by side where there is room for both, else one below the other.
///
/// Where they go follows from the width alone, so that the height asked for is always that of the width given.
final class FieldPair extends Pane {
    /// The width in pixels below which two fields don't fit side by side.
    private static final double NARROW = 420;

    private static final double GAP = 16;

    private final FieldView left;
    private final FieldView right;

    FieldPair(FieldView left, FieldView right) {
        this.left = left;
        this.right = right;
        FieldView.plain(this);
        for (FieldView view : List.of(left, right)) {
            view.setMinWidth(0);
        }
        getChildren().addAll(left, right);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// Whether both fit side by side; a width that isn't known yet is taken for enough.
    private static boolean fits(double width) {
        return width < 0 || width >= NARROW;
    }

    private static double half(double width) {
        return width < 0 ? width : (width - GAP) / 2;
    }

    @Override
    protected double computePrefWidth(double height) {
        return left.prefWidth(-1) + GAP + right.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return fits(width)
                ? Math.max(left.prefHeight(half(width)), right.prefHeight(half(width)))
                : left.prefHeight(width) + right.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (fits(width)) {
            double half = snapPositionX(half(width));
            left.resizeRelocate(0, 0, half, left.prefHeight(half));
            right.resizeRelocate(half + GAP, 0, width - half - GAP, right.prefHeight(width - half - GAP));
        } else {
            double below = left.prefHeight(width);
            left.resizeRelocate(0, 0, width, below);
            right.resizeRelocate(0, below, width, right.prefHeight(width));
        }
    }
}
