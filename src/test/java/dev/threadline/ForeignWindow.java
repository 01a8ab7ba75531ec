package dev.threadline;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

/// A program that goes through the demo's first minute and prints what the window says, a text a line.
final class ForeignWindow {
    private ForeignWindow() {}

    public static void main(String[] args) throws Exception {
        try (Desk desk = new Desk(Path.of(args[0]))) {
            tell(desk);
            desk.robot.push(KeyCode.SHORTCUT, KeyCode.D);
            desk.await(
                    "the form", () -> desk.robot.lookup(".tl-field").tryQuery().isPresent());
            tell(desk);
            desk.runByKey();
            tell(desk);
        }
        System.exit(0);
    }

    private static void tell(Desk desk) {
        Set<String> texts = new LinkedHashSet<>();
        desk.on(() -> {
            for (Node node : desk.robot.lookup((Node any) -> true).queryAll()) {
                texts.add(node.getAccessibleText());
                if (node instanceof Labeled labeled) {
                    texts.add(labeled.getText());
                }
                if (node instanceof TextInputControl input) {
                    texts.add(input.getPromptText());
                }
                if (node instanceof Control control && control.getTooltip() != null) {
                    texts.add(control.getTooltip().getText());
                }
            }
            return null;
        });
        texts.remove(null);
        texts.forEach(text -> System.out.println(text.replace('\n', ' ')));
    }
}
