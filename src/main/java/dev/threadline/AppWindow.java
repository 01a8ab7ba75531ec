package dev.threadline;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.CaptureFolder;
import dev.threadline.capture.SampleCapture;
import dev.threadline.demo.DemoDeployment;
import dev.threadline.panel.event.EventPanel;
import dev.threadline.panel.events.EventsPanel;
import dev.threadline.panel.node.NodePanel;
import dev.threadline.panel.state.StatePanel;
import dev.threadline.panel.timeline.TimelinePanel;
import dev.threadline.protocol.Assistant;
import dev.threadline.protocol.Header;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.session.Recording;
import dev.threadline.session.Session;
import dev.threadline.settings.KnownDeployment;
import dev.threadline.settings.Preferences;
import dev.threadline.settings.SettingsFile;
import dev.threadline.ui.connect.Connection;
import dev.threadline.ui.connect.Failures;
import dev.threadline.ui.connect.Sidebar;
import dev.threadline.ui.join.JoinSheet;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.FailureBanner.Failure;
import dev.threadline.ui.kit.Fx;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.Pulse;
import dev.threadline.ui.kit.Toasts;
import dev.threadline.ui.menu.Sheet;
import dev.threadline.ui.shell.MainWindow;
import dev.threadline.ui.shell.RunActions;
import dev.threadline.ui.shell.RunTab;
import dev.threadline.ui.shell.TabHead;
import dev.threadline.ui.start.FirstScreen;
import dev.threadline.ui.start.NewRun;
import dev.threadline.ui.start.RecentCaptures;
import dev.threadline.ui.start.RunPlan;
import dev.threadline.ui.theme.Theme;
import dev.threadline.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The wiring of the window: what each button, key and dropped file leads to. JavaFX thread only.
public final class AppWindow implements AutoCloseable, Sidebar.Actions, FirstScreen.Actions, CapturesTab.Window {
    private static final Words WORDS = Words.of(AppWindow.class);

    /// The panels of a run tab; a new panel is one folder and one line here.
    private static final RunTab.Panels PANELS = new RunTab.Panels(
            TimelinePanel::new, EventsPanel::new, List.of(StatePanel::new, NodePanel::new, EventPanel::new));

    private final Stage stage;
    private final Theme theme = new Theme();
    private final Background background = new Background();
    private final Pulse pulse = new Pulse();
    private final MainWindow main = new MainWindow();
    private final CaptureFolder standard;
    private final Preferences preferences;
    private final WindowSettings settings;
    private final FirstMinutes minutes;
    private final ConnectScreens screens;
    private final CaptureShelf shelf;
    private final CapturesTab captures;
    private final RecentCaptures recent = new RecentCaptures(this::open);
    private final Sidebar sidebar;
    private final Node rail;
    private final List<Connection> connections = new ArrayList<>();
    private final OpenRecordings recordings = new OpenRecordings();
    private final Demo demo = new Demo();
    private final CaptureFiles files = new CaptureFiles(this::open);

    /// The window of this user, with the captures of this machine.
    public AppWindow(Stage stage) {
        this(stage, CaptureFolder.here(), SettingsFile.here());
    }

    /// A window whose runs are recorded into a folder, unless the settings name another one.
    public AppWindow(Stage stage, CaptureFolder standard, SettingsFile file) {
        this.stage = stage;
        this.standard = standard;
        preferences = new Preferences(file);
        settings = new WindowSettings(stage, main, theme, preferences);
        Toasts toasts = new Toasts(theme);
        minutes = new FirstMinutes(main, background, preferences, standard, toasts, this, this::headers);
        shelf = new CaptureShelf(background, standard, recordings::use);
        captures = new CapturesTab(main, theme, background, preferences, shelf, recordings, toasts, this);
        sidebar = new Sidebar(this, minutes.menu().gear(), minutes.menu().button());
        rail = sidebar.rail(main::toggleSidebar, minutes.menu().button());
        screens = new ConnectScreens(
                main,
                theme,
                background,
                preferences,
                minutes.menu(),
                this,
                recent,
                () -> new RecentCaptures(this::open),
                this::connected);
        preferences.subscribe(now -> sidebar.known(now.deployments()));
        Scene scene = new Scene(minutes.whole(), 1440, 900);
        theme.dress(scene);
        main.takeKeys(scene);
        new WindowKeys(main, scene)
                .on(KeyCode.N, sidebar::newRunOfSelected)
                .on(KeyCode.O, this::chooseCapture)
                .atFirst(KeyCode.D, this::tryDemo)
                .atFirst(KeyCode.T, () -> screens.front().devServer().start())
                .forRuns();
        minutes.listen(scene);
        files.take(scene);
        stage.setScene(scene);
        stage.setTitle(WORDS.text("window.title"));
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        settings.restore();
        AppIcon.on(stage);
        pulse.add(main);
        pulse.add(deadline -> RunFigures.show(main));
        pulse.add(deadline -> settings.look());
    }

    /// Shows the window.
    public void show() {
        stage.show();
        screens.front().form().focusAddress();
        pulse.start();
        shelf.subscribe(items -> recent.show(items, Instant.now()));
        shelf.subscribe(sidebar::show);
        shelf.follow(preferences);
        if (!preferences.found().isEmpty()) {
            screens.front().form().show(new Failure(preferences.found(), "", ""));
        }
    }

    /// Closes all captures at once, from any thread: for a program that is told to end.
    void closeCaptures() {
        recordings.closeNow();
    }

    /// What the window shows.
    Scene scene() {
        return stage.getScene();
    }

    /// The appearance.
    public Theme theme() {
        return theme;
    }

    @Override
    public void addDeployment() {
        screens.open();
    }

    @Override
    public void connect(KnownDeployment known) {
        screens.connect(known);
    }

    @Override
    public void tryDemo() {
        background.start(
                demo::connection,
                this::connected,
                failure -> screens.front().form().show(words(failure)));
    }

    private List<Header> headers() {
        return connections.stream()
                .flatMap(each -> each.deployment().headers().stream())
                .toList();
    }

    private void connected(Connection connection) {
        connections.removeIf(
                old -> old.deployment().address().equals(connection.deployment().address()));
        connections.add(connection);
        sidebar.show(connection);
        showSidebar();
        main.status()
                .deployment(
                        "good",
                        WORDS.text("window.connected"),
                        connection.deployment().place());
        main.status().server(connection.serverWords());
        screens.close();
        connection.assistants().stream()
                .filter(assistant -> assistant.name().equals(DemoDeployment.FIRST))
                .findFirst()
                .or(() -> connection.assistants().stream().findFirst())
                .ifPresent(assistant -> newRun(connection, assistant));
    }

    @Override
    public void newRun(@Nullable Connection connection, @Nullable Assistant assistant) {
        Connection on = connection != null || connections.isEmpty() ? connection : connections.getFirst();
        if (on == null || on.assistants().isEmpty()) {
            addDeployment();
        } else {
            form(on, assistant != null ? assistant : on.assistants().getFirst());
        }
    }

    private NewRun form(Connection connection, Assistant assistant) {
        String id = "new-run:" + connection.deployment().address() + " " + assistant.id();
        Tab there = main.find(id);
        if (there != null
                && there.getContent() instanceof NewRun open
                && open.assistant().equals(assistant)) {
            main.select(there);
            return open;
        }
        NewRun pane = new NewRun(theme, background, connection, assistant, this::run);
        pane.onJoin(() -> joinRun(connection));
        Tab tab = main.open(id, pane);
        tab.textProperty().bind(pane.title());
        return pane;
    }

    private void run(NewRun pane, RunPlan plan) {
        pane.busy(true);
        NewThread thread = new NewThread(shelf.folder());
        background.start(
                () -> thread.begin(plan),
                session -> {
                    pane.busy(false);
                    started(session, plan);
                },
                failure -> {
                    pane.busy(false);
                    pane.show(words(failure));
                });
    }

    private void started(Session session, RunPlan plan) {
        hear(session, () -> {
            NewThread thread = new NewThread(shelf.folder());
            background.start(
                    () -> thread.begin(plan),
                    again -> started(again, plan),
                    failure -> form(plan.connection(), plan.assistant()).show(words(failure)));
        });
    }

    @Override
    public void joinRun(Connection connection) {
        NewThread thread = new NewThread(shelf.folder());
        show(new JoinSheet(
                connection, background, run -> thread.join(connection, run), session -> hear(session, null)));
    }

    /// Shows a run while it is heard.
    private void hear(Session session, @Nullable Runnable again) {
        recordings.add(session);
        var _ = session.ended()
                .thenRun(() -> Fx.run(() -> {
                    shelf.refresh();
                    minutes.runEnded();
                }));
        Tab tab = main.open(TabHead.id(session.recording().file()), new Label());
        show(
                tab,
                session.recording(),
                new SessionActions(
                        session,
                        background,
                        again,
                        failure -> main.status().recording(true, words(failure).sentence(), "")));
        shelf.refresh();
    }

    @Override
    public void open(Path file) {
        Tab there = main.find(TabHead.id(file));
        if (there != null) {
            main.select(there);
            return;
        }
        showSidebar();
        Label opening = new Label(WORDS.text("window.opening", file.getFileName()));
        opening.getStyleClass().add("tl-muted");
        opening.setPadding(new Insets(24));
        Tab tab = main.open(TabHead.id(file), opening);
        tab.setText(String.valueOf(file.getFileName()));
        background.start(
                () -> OpenRecordings.read(file, shelf.folder()),
                recording -> {
                    show(tab, recording, RunActions.NONE);
                    // An event stream has become a capture.
                    shelf.refresh();
                },
                failure -> {
                    tab.setId("failure");
                    main.replace(tab, new OpenFailure(words(failure)));
                });
    }

    private void show(Tab tab, Recording recording, RunActions actions) {
        if (tab.getTabPane() == null) {
            recordings.close(recording, () -> {});
            return;
        }
        recordings.opened(recording);
        OpenRun run = new OpenRun(recording, theme, background);
        RunTab content = new RunTab(run, actions, PANELS, settings.splits());
        main.replace(tab, content);
        TabHead head = new TabHead(theme, tab, run);
        pulse.add(head);
        tab.setOnClosed(e -> closed(content, head));
    }

    private void showSidebar() {
        main.sidebar(sidebar, rail);
        screens.besideSidebar();
    }

    private void closed(RunTab content, TabHead head) {
        pulse.remove(head);
        content.close();
        recordings.close(content.run().recording(), shelf::refresh);
    }

    @Override
    public void chooseCapture() {
        files.choose(stage, shelf.folder());
    }

    @Override
    public void openSample(SampleCapture sample) {
        Path samples = standard.path().resolve("samples");
        background.start(
                () -> sample.in(samples),
                this::open,
                failure -> screens.front().form().show(words(failure)));
    }

    @Override
    public void captures() {
        showSidebar();
        captures.open();
    }

    @Override
    public @Nullable Tab tabOf(Path file) {
        return main.find(TabHead.id(file));
    }

    @Override
    public void show(Sheet sheet) {
        minutes.show(sheet);
    }

    private static Failure words(Exception failure) {
        return switch (failure) {
            case ServerFailure server -> Failures.of(server);
            case CaptureFailure capture -> new Failure(String.valueOf(capture.getMessage()), "", "");
            default -> new Failure(WORDS.text("window.fault"), WORDS.text("window.fault.action"), failure.toString());
        };
    }

    @Override
    public void close() {
        pulse.stop();
        settings.remember();
        minutes.close();
        main.closeAll();
        recordings.close();
        captures.close();
        background.close();
        demo.close();
        preferences.close();
        connections.forEach(connection -> connection.server().close());
    }
}
