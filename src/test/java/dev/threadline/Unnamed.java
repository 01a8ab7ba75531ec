package dev.threadline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;

/// What on a screen can take the focus, or is a drawing, and has no name for those who don't see it.
public final class Unnamed {
    private final Set<Node> labelled = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    private Unnamed() {}

    /// The nodes without a name on screen below a node, each with where it stands; JavaFX thread.
    public static List<String> below(Node root) {
        Unnamed unnamed = new Unnamed();
        unnamed.labels(root);
        unnamed.walk(root);
        return unnamed.found;
    }

    private void labels(Node node) {
        if (node instanceof Label label
                && label.getLabelFor() != null
                && !label.getText().isBlank()) {
            labelled.add(label.getLabelFor());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::labels);
        }
    }

    private void walk(Node node) {
        if (!node.isVisible()) {
            return;
        }
        boolean stop = node.isFocusTraversable() && !(node instanceof SplitPane);
        if ((stop && !named(node)) || (node instanceof Canvas && !explained(node))) {
            found.add(path(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::walk);
        }
    }

    private boolean named(Node node) {
        String told = node.getAccessibleText();
        return (told != null && !told.isBlank())
                || labelled.contains(node)
                || (node instanceof Labeled words
                        && words.getText() != null
                        && !words.getText().isBlank());
    }

    /// A drawing is named, or part of something that is, or stands beside words.
    private boolean explained(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (named(at)) {
                return true;
            }
        }
        Node box = node.getParent().getParent();
        return box instanceof Parent parent
                && parent.lookupAll(".label").stream()
                        .anyMatch(each ->
                                each instanceof Label words && !words.getText().isBlank());
    }

    private static String path(Node node) {
        StringBuilder path = new StringBuilder();
        int steps = 0;
        for (Node at = node; at != null && steps < 4; at = at.getParent(), steps++) {
            path.append(steps == 0 ? "" : " in ").append(name(at));
        }
        return path.toString();
    }

    private static String name(Node node) {
        String kind = node.getClass().getName().replaceAll(".*\\.", "");
        return kind
                + (node.getId() == null ? "" : "#" + node.getId())
                + (node instanceof Control || node.getStyleClass().isEmpty()
                        ? ""
                        : "." + node.getStyleClass().getLast());
    }
}
