package dev.threadline.ui.menu;

import dev.threadline.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All keys that work, grouped by where they do. JavaFX thread only.
public final class ShortcutSheet extends Sheet {
    private static final Words WORDS = Words.of(ShortcutSheet.class);

    /// The sheet over all keys.
    public ShortcutSheet() {
        super("shortcuts", WORDS.text("shortcutSheet.title"), 760, columns());
    }

    private static Region columns() {
        List<Shortcut.Group> groups = Shortcut.all();
        VBox left = new VBox(20);
        VBox right = new VBox(20);
        for (int i = 0; i < groups.size(); i++) {
            (i < 2 || i == groups.size() - 1 ? left : right).getChildren().add(group(groups.get(i)));
        }
        HBox columns = new HBox(32, left, right);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.setPrefWidth(340);
        right.setPrefWidth(340);
        return columns;
    }

    private static Node group(Shortcut.Group group) {
        Label title = new Label(group.title());
        title.getStyleClass().addAll("tl-small", "tl-medium", "tl-muted");
        VBox rows = new VBox(title);
        group.shortcuts().forEach(each -> rows.getChildren().add(row(each)));
        return rows;
    }

    private static Node row(Shortcut shortcut) {
        Label does = new Label(shortcut.does());
        does.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(4, does, space);
        for (String key : shortcut.keys().split(", ")) {
            Label label = new Label(printed(key, System.getProperty("os.name")));
            label.getStyleClass().add("tl-key");
            label.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(label);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(24);
        row.getStyleClass().add("tl-line-bottom-muted");
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(WORDS.text("shortcutSheet.row", shortcut.does(), shortcut.keys()));
        return row;
    }

    /// A key as the platform prints it: Cmd for Ctrl on macOS, Ctrl Tab aside.
    static String printed(String key, String os) {
        boolean mac = os.toLowerCase(Locale.ROOT).startsWith("mac");
        return mac && key.startsWith("Ctrl ") && !key.equals("Ctrl Tab") ? "Cmd" + key.substring(4) : key;
    }
}
