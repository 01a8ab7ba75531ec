package dev.threadline.ui.theme;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Scale;

/// Threadline's mark: spans on a timeline, strung on one thread; the middle one is live. The icon in few strokes.
public final class Mark {
    private Mark() {}

    /// The mark in a square of the given side; it takes its colours from the style sheet.
    public static Node node(double side) {
        SVGPath thread = new SVGPath();
        thread.setContent("M1 4H8.5C12.5 4 12.5 8 8.5 8S3.5 12 7.5 12H15");
        thread.setStyle("-fx-fill: transparent; -fx-stroke: -color-accent-emphasis;");
        thread.setStrokeWidth(0.8);
        Group group = new Group(
                thread,
                line(3, 4, 7, "-color-fg-muted"),
                line(5.5, 8, 11, "-color-accent-emphasis"),
                line(9.5, 12, 13, "-color-fg-muted"));
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
