package dev.threadline;

import dev.threadline.settings.Layout;
import dev.threadline.settings.Preferences;
import dev.threadline.settings.Settings;
import dev.threadline.settings.WindowPlace;
import dev.threadline.ui.shell.MainWindow;
import dev.threadline.ui.shell.Splits;
import dev.threadline.ui.theme.Theme;
import javafx.application.ColorScheme;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// What settings do to a window: its colours and letters at once, its place and panes when it opens; and what the
/// window
/// leaves in them when it closes. JavaFX thread only.
final class WindowSettings {
    private final Stage stage;
    private final MainWindow main;
    private final Preferences preferences;
    private final Splits splits;
    private @Nullable WindowPlace place;

    WindowSettings(Stage stage, MainWindow main, Theme theme, Preferences preferences) {
        this.stage = stage;
        this.main = main;
        this.preferences = preferences;
        Layout layout = preferences.now().layout();
        splits = new Splits(layout.timeline(), layout.events());
        preferences.subscribe(now -> apply(now, theme));
    }

    private static void apply(Settings now, Theme theme) {
        theme.choose(
                switch (now.appearance()) {
                    case SYSTEM -> null;
                    case LIGHT -> ColorScheme.LIGHT;
                    case DARK -> ColorScheme.DARK;
                });
        theme.textSize(now.fontSize());
        theme.still(now.still());
    }

    /// Where the lines between panes are.
    Splits splits() {
        return splits;
    }

    /// Puts the window where it was, if there is a screen still.
    void restore() {
        Layout layout = preferences.now().layout();
        main.sidebar(layout.sidebar(), layout.sidebarShown());
        WindowPlace there = layout.place();
        if (there != null && Screen.getScreens().stream().anyMatch(screen -> holds(screen.getVisualBounds(), there))) {
            place = there;
            stage.setX(there.x());
            stage.setY(there.y());
            stage.setWidth(Math.max(there.width(), stage.getMinWidth()));
            stage.setHeight(Math.max(there.height(), stage.getMinHeight()));
            stage.setMaximized(there.maximised());
        }
    }

    private static boolean holds(Rectangle2D screen, WindowPlace place) {
        return place.reachableIn(screen.getMinX(), screen.getMinY(), screen.getWidth(), screen.getHeight());
    }

    /// Looks, once a frame, where the window stands while it is neither maximised nor an icon.
    void look() {
        WindowPlace last = place;
        if (!stage.isShowing() || stage.isMaximized() || stage.isIconified() || stage.isFullScreen()) {
            return;
        }
        if (last == null
                || last.x() != stage.getX()
                || last.y() != stage.getY()
                || last.width() != stage.getWidth()
                || last.height() != stage.getHeight()) {
            place = new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
    }

    /// Leaves window and layout in the settings.
    void remember() {
        WindowPlace last = place;
        WindowPlace now = last == null
                ? null
                : new WindowPlace(last.x(), last.y(), last.width(), last.height(), stage.isMaximized());
        preferences.change(settings -> settings.withLayout(new Layout(
                now,
                main.sidebarWidth(),
                main.sidebarWanted(),
                splits.timeline(),
                splits.events(),
                settings.layout().captures(),
                settings.layout().rest())));
    }
}
