package dev.threadline;

import dev.threadline.settings.KeySource;
import dev.threadline.settings.KnownDeployment;
import dev.threadline.settings.Preferences;
import dev.threadline.ui.connect.ConnectForm;
import dev.threadline.ui.connect.Connection;
import dev.threadline.ui.connect.KnownDeployments;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.menu.WindowMenu;
import dev.threadline.ui.shell.MainWindow;
import dev.threadline.ui.start.DevServer;
import dev.threadline.ui.start.FirstScreen;
import dev.threadline.ui.start.RecentCaptures;
import dev.threadline.ui.theme.Theme;
import dev.threadline.words.Words;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.layout.Region;

/// The places of a window where a deployment is named: the first screen, and a tab of its own. JavaFX thread only.
final class ConnectScreens {
    private static final Words WORDS = Words.of(ConnectScreens.class);
    private static final String TAB = "connect";

    private final MainWindow main;
    private final Theme theme;
    private final Background background;
    private final Preferences preferences;
    private final WindowMenu menu;
    private final FirstScreen.Actions actions;
    private final Supplier<RecentCaptures> captures;
    private final BiConsumer<Connection, KeySource> connected;
    private final FirstScreen first;

    /// @param recent the captures of the first screen
    /// @param captures makes an empty list of captures for the tab
    ConnectScreens(
            MainWindow main,
            Theme theme,
            Background background,
            Preferences preferences,
            WindowMenu menu,
            FirstScreen.Actions actions,
            RecentCaptures recent,
            Supplier<RecentCaptures> captures,
            Consumer<Connection> connected) {
        this.main = main;
        this.theme = theme;
        this.background = background;
        this.preferences = preferences;
        this.menu = menu;
        this.actions = actions;
        this.captures = captures;
        this.connected = (connection, key) -> {
            remember(connection, key);
            connected.accept(connection);
        };
        KnownDeployments known =
                new KnownDeployments(this::connect, each -> preferences.change(now -> now.without(each.address())));
        preferences.subscribe(now -> known.show(now.deployments(), Instant.now()));
        first = screen(known, recent);
        main.firstScreen(first);
    }

    private FirstScreen screen(Node known, RecentCaptures recent) {
        ConnectForm form = new ConnectForm(theme, background, connected);
        DevServer devServer = new DevServer(background, form::connect);
        return new FirstScreen(new FirstScreen.Parts(form, known, devServer, recent, menu.corner()), actions);
    }

    private void remember(Connection connection, KeySource key) {
        KnownDeployment known = new KnownDeployment(
                connection.deployment().name(), connection.deployment().address(), key, Instant.now());
        preferences.change(now -> now.with(known));
    }

    /// The one in front, or the first screen.
    FirstScreen front() {
        return main.front() instanceof FirstScreen front ? front : first;
    }

    /// There is a sidebar now.
    void besideSidebar() {
        first.besideSidebar();
    }

    /// Brings the tab to the front.
    void open() {
        Tab tab = main.find(TAB);
        if (tab == null) {
            FirstScreen another = screen(new Region(), captures.get());
            another.besideSidebar();
            tab = main.open(TAB, another);
            tab.setText(WORDS.text("connectScreens.tab"));
        }
        main.select(tab);
    }

    /// Closes the tab, where there is one.
    void close() {
        Tab tab = main.find(TAB);
        if (tab != null) {
            main.close(tab);
        }
    }

    /// Connects to a deployment that was connected to before: on the first screen, or in the tab.
    void connect(KnownDeployment known) {
        if (main.front() != null) {
            open();
        }
        front().form().connect(known);
    }
}
