package dev.threadline.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/// Raw text to read and copy, as high as its wrapped lines up to a limit; beyond that it scrolls.
final class DetailsArea extends TextArea {
    private static final double MOST = 200;
    private static final double SIDES = 24;
    private static final double ENDS = 20;

    DetailsArea(String text) {
        super(text);
        setEditable(false);
        setWrapText(true);
        setPrefRowCount(1);
        getStyleClass().add("tl-details");
        setMinHeight(USE_PREF_SIZE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Text measure = new Text(getText());
        // As the letters of a text area are measured: a line is higher this way.
        measure.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        measure.setFont(getFont());
        measure.setWrappingWidth(Math.max(40, (width > 0 ? width : Math.max(getWidth(), 200)) - SIDES));
        return Math.min(Math.ceil(measure.getLayoutBounds().getHeight()) + ENDS, MOST);
    }
}
