package dev.threadline.ui.menu;

import dev.threadline.ui.kit.Buttons;
import dev.threadline.words.Words;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The window's menu, behind a button with three dots. JavaFX thread only.
public final class WindowMenu {
    private static final Words WORDS = Words.of(WindowMenu.class);

    private final Actions actions;

    /// What the menu can ask for.
    public interface Actions {
        /// Name another deployment.
        void connect();

        /// Let the user choose a capture.
        void openCapture();

        /// Show all captures.
        void captures();

        /// Show the settings.
        void settings();

        /// Show the keys.
        void shortcuts();

        /// Whether there is a run to show the tour on.
        boolean canTour();

        /// Start the tour.
        void tour();

        /// Show what Threadline is.
        void about();
    }

    /// A menu that asks for these.
    public WindowMenu(Actions actions) {
        this.actions = actions;
    }

    /// A button that opens the menu; as many as there are places for it.
    public Button button() {
        Button[] holder = new Button[1];
        Button button = Buttons.icon(WORDS.text("windowMenu.name"), Feather.MORE_HORIZONTAL, () -> open(holder[0]));
        button.getStyleClass().add("tl-window-menu");
        holder[0] = button;
        return button;
    }

    /// The buttons at the corner of the first screen: keys, settings, menu.
    public Node corner() {
        Button keys = Buttons.icon(WORDS.text("windowMenu.shortcuts"), Feather.HELP_CIRCLE, actions::shortcuts);
        HBox corner = new HBox(4, keys, gear(), button());
        corner.setAlignment(Pos.CENTER_RIGHT);
        return corner;
    }

    /// The button of the settings.
    public Button gear() {
        return Buttons.icon(WORDS.text("windowMenu.settings"), Feather.SETTINGS, actions::settings);
    }

    private void open(Button at) {
        ContextMenu menu = new ContextMenu(
                item("menu-connect", WORDS.text("windowMenu.connect"), "", actions::connect),
                item("menu-open", WORDS.text("windowMenu.open"), "Ctrl O", actions::openCapture),
                item("menu-captures", WORDS.text("windowMenu.captures"), "", actions::captures),
                new SeparatorMenuItem(),
                item("menu-settings", WORDS.text("windowMenu.settings"), "Ctrl ,", actions::settings),
                item("menu-shortcuts", WORDS.text("windowMenu.shortcuts"), "F1", actions::shortcuts),
                tour(),
                new SeparatorMenuItem(),
                item("menu-about", WORDS.text("windowMenu.about"), "", actions::about));
        menu.show(at, Side.BOTTOM, 0, 2);
    }

    private MenuItem tour() {
        MenuItem tour = item(
                "menu-tour",
                actions.canTour() ? WORDS.text("windowMenu.tour") : WORDS.text("windowMenu.tour.later"),
                "",
                actions::tour);
        tour.setDisable(!actions.canTour());
        return tour;
    }

    private static MenuItem item(String id, String words, String key, Runnable action) {
        Label label = new Label(words);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(24, label, space);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(220);
        if (!key.isEmpty()) {
            Label hint = new Label(ShortcutSheet.printed(key, System.getProperty("os.name")));
            hint.getStyleClass().add("tl-key");
            row.getChildren().add(hint);
        }
        CustomMenuItem item = new CustomMenuItem(row, true);
        item.setId(id);
        item.setOnAction(e -> action.run());
        return item;
    }
}
