package dev.threadline;

import dev.threadline.capture.CaptureFolder;
import dev.threadline.protocol.Header;
import dev.threadline.settings.Preferences;
import dev.threadline.ui.connect.Sidebar;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.Fx;
import dev.threadline.ui.kit.Toasts;
import dev.threadline.ui.menu.AboutSheet;
import dev.threadline.ui.menu.Faults;
import dev.threadline.ui.menu.Library;
import dev.threadline.ui.menu.SettingsSheet;
import dev.threadline.ui.menu.Sheet;
import dev.threadline.ui.menu.Sheets;
import dev.threadline.ui.menu.ShortcutSheet;
import dev.threadline.ui.menu.Tour;
import dev.threadline.ui.menu.TourOffer;
import dev.threadline.ui.menu.WindowMenu;
import dev.threadline.ui.shell.MainWindow;
import dev.threadline.ui.shell.RunTab;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// All that helps a user of the first minutes, laid over the window: menu, settings, keys, tour, about, faults.
/// JavaFX thread only.
final class FirstMinutes implements WindowMenu.Actions, AutoCloseable {
    private final MainWindow main;
    private final Background background;
    private final Preferences preferences;
    private final Sidebar.Actions window;
    private final Sheets sheets = new Sheets();
    private final Sheets faultLayer = new Sheets();
    private final Tour tour = new Tour();
    private final StackPane whole;
    private final WindowMenu menu = new WindowMenu(this);
    private final Faults faults;
    private final CaptureFolder standard;
    private @Nullable TourOffer offer;

    /// @param headers those of the deployments of this session: secret values appear in no report
    FirstMinutes(
            MainWindow main,
            Background background,
            Preferences preferences,
            CaptureFolder standard,
            Toasts toasts,
            Sidebar.Actions window,
            Supplier<List<Header>> headers) {
        this.main = main;
        this.background = background;
        this.preferences = preferences;
        this.standard = standard;
        this.window = window;
        faults = new Faults(faultLayer, headers);
        whole = new StackPane(main, toasts, tour, sheets, faultLayer);
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        preferences.onTrouble(sentence -> Fx.run(() -> main.status().recording(true, sentence, "")));
    }

    /// The window's content with what can lie over it.
    Parent whole() {
        return whole;
    }

    /// The window's menu.
    WindowMenu menu() {
        return menu;
    }

    /// Takes the keys of what it opens, and hears of faults from now on.
    void listen(Scene scene) {
        scene.getAccelerators().put(MainWindow.key(KeyCode.COMMA), this::settings);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), this::shortcuts);
        scene.addEventHandler(KeyEvent.KEY_TYPED, e -> {
            if ("?".equals(e.getCharacter()) && !(scene.getFocusOwner() instanceof TextInputControl)) {
                shortcuts();
            }
        });
        faults.listen();
    }

    /// A run came to its end: the first time, the tour is offered.
    void runEnded() {
        if (preferences.now().tourSeen() || offer != null || tour.running() || !canTour()) {
            return;
        }
        TourOffer made = new TourOffer(this::tour, this::tourSeen);
        offer = made;
        StackPane.setAlignment(made, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(made, new Insets(0, 16, 36, 0));
        whole.getChildren().add(1, made);
    }

    private void tourSeen() {
        if (offer != null) {
            whole.getChildren().remove(offer);
            offer = null;
        }
        preferences.change(now -> now.withTourSeen(true));
    }

    @Override
    public void connect() {
        window.addDeployment();
    }

    @Override
    public void openCapture() {
        window.chooseCapture();
    }

    @Override
    public void captures() {
        window.captures();
    }

    @Override
    public void settings() {
        show(new SettingsSheet(preferences, background, standard.path()));
    }

    @Override
    public void shortcuts() {
        show(new ShortcutSheet());
    }

    @Override
    public void about() {
        background.start(Library::all, libraries -> show(new AboutSheet(libraries)), failure -> {
            throw new IllegalStateException("The list of libraries is missing.", failure);
        });
    }

    /// Lays a sheet over the window.
    void show(Sheet sheet) {
        if (!tour.running()) {
            sheets.show(sheet);
        }
    }

    @Override
    public boolean canTour() {
        return main.front() instanceof RunTab;
    }

    @Override
    public void tour() {
        tourSeen();
        if (main.front() instanceof RunTab run) {
            tour.start(Tour.steps(selector -> find(run, selector), id -> bring(run, id)), () -> {});
        }
    }

    /// A node of the run tab in front, or else of the window.
    private @Nullable Node find(RunTab run, String selector) {
        Node inside = run.lookup(selector);
        return inside != null ? inside : main.lookup(selector);
    }

    /// Brings a panel to the front; an empty id means the list of events, where it is a tab.
    private static void bring(RunTab run, String id) {
        if (run.lookup(".tl-panel-tabs") instanceof TabPane panels) {
            panels.getTabs().stream()
                    .filter(tab -> id.isEmpty() ? tab.getId() == null : id.equals(tab.getId()))
                    .findFirst()
                    .ifPresent(panels.getSelectionModel()::select);
        }
    }

    @Override
    public void close() {
        faults.leave();
    }
}
