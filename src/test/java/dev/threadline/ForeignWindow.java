package dev.threadline;

import dev.threadline.settings.Settings;
import dev.threadline.settings.SettingsFile;
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
        try (Desk desk = new Desk(Path.of(args[0]), seen(Path.of(args[1])))) {
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

    /// The settings of a user who knows the tour.
    private static SettingsFile seen(Path folder) throws Exception {
        SettingsFile file = SettingsFile.in(folder);
        file.write(Settings.FIRST.withTourSeen(true));
        return file;
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
