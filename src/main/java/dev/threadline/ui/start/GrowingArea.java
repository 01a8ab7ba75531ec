package dev.threadline.ui.start;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/// A text area as high as its text, from one line up to a dozen; Tab leaves it, Ctrl Tab puts a tab in.
final class GrowingArea extends TextArea {
    private static final double LEAST = 26;
    private static final double MOST = 240;
    private static final double SIDES = 20;
    private static final double ENDS = 12;

    GrowingArea() {
        getStyleClass().add("tl-growing");
        setWrapText(true);
        setPrefRowCount(1);
        textProperty().subscribe(() -> requestLayout());
        fontProperty().subscribe(() -> requestLayout());
        addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
    }

    private void leave(KeyEvent event) {
        EventTarget target = event.getTarget();
        if (event.getCode() == KeyCode.TAB && !event.isControlDown() && target instanceof Node) {
            event.consume();
            requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    @Override
    public void requestLayout() {
        super.requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Text measure = new Text();
        // As the letters of a text area are measured: a line is higher this way.
        measure.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        measure.setFont(getFont());
        measure.setWrappingWidth(Math.max(40, (width > 0 ? width : Math.max(getWidth(), 200)) - SIDES));
        String text = getText();
        measure.setText(text.endsWith("\n") ? text + " " : text);
        return Math.clamp(Math.ceil(measure.getLayoutBounds().getHeight()) + ENDS, LEAST, MOST);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
