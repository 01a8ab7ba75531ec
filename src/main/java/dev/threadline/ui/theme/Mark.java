package dev.threadline.ui.theme;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Scale;

/// Threadline's mark: three spans, the middle one live.
public final class Mark {
    private Mark() {}

    /// The mark in a square of the given side; it takes its colours from the style sheet.
    public static Node node(double side) {
        Group group = new Group(
                line(1.5, 4.2, 7, "-color-fg-muted"),
                line(4, 8, 12.5, "-color-accent-emphasis"),
                line(9, 11.8, 14.5, "-color-fg-muted"));
        group.getTransforms().add(new Scale(side / 16, side / 16));
        return new Group(group);
    }

    private static Line line(double from, double y, double to, String color) {
        Line line = new Line(from, y, to, y);
        line.setStrokeWidth(2);
        line.setStrokeLineCap(StrokeLineCap.ROUND);
        line.setStyle("-fx-stroke: " + color + ";");
        return line;
    }
}
