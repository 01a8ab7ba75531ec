package dev.threadline;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.CaptureFolder;
import dev.threadline.capture.CaptureInfo;
import dev.threadline.demo.DemoDeployment;
import dev.threadline.panel.event.EventPanel;
import dev.threadline.panel.events.EventsPanel;
import dev.threadline.panel.node.NodePanel;
import dev.threadline.panel.state.StatePanel;
import dev.threadline.panel.timeline.TimelinePanel;
import dev.threadline.protocol.Assistant;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.session.Recording;
import dev.threadline.session.Session;
import dev.threadline.ui.connect.ConnectForm;
import dev.threadline.ui.connect.Connection;
import dev.threadline.ui.connect.Failures;
import dev.threadline.ui.connect.Sidebar;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.FailureBanner.Failure;
import dev.threadline.ui.kit.Fx;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.Pulse;
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
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The wiring of the window: what each button, key and dropped file leads to. JavaFX thread only.
public final class AppWindow implements AutoCloseable, Sidebar.Actions, FirstScreen.Actions {
    private static final Words WORDS = Words.of(AppWindow.class);

    /// The panels of a run tab; a new panel is one folder and one line here.
    private static final RunTab.Panels PANELS = new RunTab.Panels(
            TimelinePanel::new, EventsPanel::new, List.of(StatePanel::new, NodePanel::new, EventPanel::new));

    private final Stage stage;
    private final Theme theme = new Theme();
    private final Background background = new Background();
    private final Pulse pulse = new Pulse();
    private final MainWindow main = new MainWindow();
    private final CaptureFolder folder;
    private final ConnectForm form;
    private final RecentCaptures recent = new RecentCaptures(this::open);
    private final Sidebar sidebar = new Sidebar(this);
    private final Node rail = sidebar.rail(main::toggleSidebar);
    private final List<Connection> connections = new ArrayList<>();
    private final OpenRecordings recordings = new OpenRecordings();
    private final Demo demo = new Demo();

    /// The window of this user, with the captures of this machine.
    public AppWindow(Stage stage) {
        this(stage, CaptureFolder.here());
    }

    /// A window whose runs are recorded into a folder.
    public AppWindow(Stage stage, CaptureFolder folder) {
        this.stage = stage;
        this.folder = folder;
        form = new ConnectForm(theme, background, this::connected);
        main.firstScreen(new FirstScreen(form, recent, this));
        Scene scene = new Scene(main, 1440, 900);
        theme.dress(scene);
        main.takeKeys(scene);
        key(scene, KeyCode.N, sidebar::newRunOfSelected);
        key(scene, KeyCode.O, this::chooseCapture);
        key(scene, KeyCode.D, () -> {
            if (main.front() == null || main.front() instanceof FirstScreen) {
                tryDemo();
            }
        });
        key(scene, KeyCode.ENTER, () -> {
            if (main.front() instanceof NewRun newRun) {
                newRun.run();
            }
        });
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F5), () -> withActions(RunActions::runAgain));
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(KeyCode.F5, KeyCombination.SHIFT_DOWN),
                        () -> withActions(RunActions::cancel));
        takeFiles(scene);
        stage.setScene(scene);
        stage.setTitle(WORDS.text("window.title"));
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        for (int size : new int[] {16, 32, 64, 256}) {
            stage.getIcons().add(icon(size));
        }
        pulse.add(main);
        pulse.add(deadline -> figures());
    }

    /// Shows the window.
    public void show() {
        stage.show();
        form.focusAddress();
        pulse.start();
        listCaptures();
    }

    /// Closes all captures at once, from any thread: for a program that is told to end.
    void closeCaptures() {
        recordings.closeNow();
    }

    /// The appearance.
    public Theme theme() {
        return theme;
    }

    @Override
    public void addDeployment() {
        Tab tab = main.find("connect");
        if (tab == null) {
            ConnectForm another = new ConnectForm(theme, background, this::connected);
            tab = main.open("connect", new FirstScreen(another, new RecentCaptures(this::open), this));
            tab.setText(WORDS.text("window.connect"));
        }
        main.select(tab);
    }

    @Override
    public void tryDemo() {
        background.start(demo::connection, this::connected, failure -> form.show(words(failure)));
    }

    private void connected(Connection connection) {
        connections.removeIf(
                old -> old.deployment().address().equals(connection.deployment().address()));
        connections.add(connection);
        sidebar.show(connection);
        main.sidebar(sidebar, rail);
        main.status()
                .deployment(
                        "good",
                        WORDS.text("window.connected"),
                        connection.deployment().place());
        main.status().server(connection.serverWords());
        Tab connect = main.find("connect");
        if (connect != null) {
            main.close(connect);
        }
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
        Tab tab = main.open(id, pane);
        tab.textProperty().bind(pane.title());
        return pane;
    }

    private void run(NewRun pane, RunPlan plan) {
        pane.busy(true);
        background.start(
                () -> begin(plan),
                session -> {
                    pane.busy(false);
                    started(session, plan);
                },
                failure -> {
                    pane.busy(false);
                    pane.show(words(failure));
                });
    }

    /// Starts a run on a new thread; background. A run that the server refuses leaves no capture.
    private Session begin(RunPlan plan) throws ServerFailure, CaptureFailure {
        Connection connection = plan.connection();
        String thread = connection.server().createThread().threadId();
        Recording recording = Recording.in(
                folder,
                new CaptureInfo(
                        connection.deployment().name(),
                        connection.deployment().address().toString(),
                        plan.assistant().name(),
                        thread,
                        System.currentTimeMillis() * 1000));
        Session session = Session.start(connection.server(), recording, plan.request(), plan.known());
        if (session.accepted().join()) {
            return session;
        }
        ServerFailure failure = session.failure();
        recording.discard();
        if (failure != null) {
            throw failure;
        }
        throw new IllegalStateException("The run did not begin and nothing says why.");
    }

    private void started(Session session, RunPlan plan) {
        recordings.add(session);
        var _ = session.ended().thenRun(() -> Fx.run(this::listCaptures));
        Tab tab = main.open(tabId(session.recording().file()), new Label());
        show(tab, session.recording(), new RunActions() {
            @Override
            public boolean live() {
                return true;
            }

            @Override
            public boolean canRunAgain() {
                return true;
            }

            @Override
            public void runAgain() {
                background.start(
                        () -> begin(plan),
                        again -> started(again, plan),
                        failure -> form(plan.connection(), plan.assistant()).show(words(failure)));
            }

            @Override
            public void cancel() {
                background.start(
                        () -> {
                            session.cancel();
                            return true;
                        },
                        done -> {},
                        failure -> main.status().recording(true, words(failure).sentence(), ""));
            }
        });
        listCaptures();
    }

    @Override
    public void open(Path file) {
        Tab there = main.find(tabId(file));
        if (there != null) {
            main.select(there);
            return;
        }
        main.sidebar(sidebar, rail);
        Label opening = new Label(WORDS.text("window.opening", file.getFileName()));
        opening.getStyleClass().add("tl-muted");
        opening.setPadding(new Insets(24));
        Tab tab = main.open(tabId(file), opening);
        tab.setText(String.valueOf(file.getFileName()));
        background.start(
                () -> OpenRecordings.read(file, folder),
                recording -> show(tab, recording, RunActions.NONE),
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
        RunTab content = new RunTab(run, actions, PANELS);
        main.replace(tab, content);
        TabHead head = new TabHead(theme, tab, run);
        pulse.add(head);
        tab.setOnClosed(e -> closed(content, head));
    }

    private void closed(RunTab content, TabHead head) {
        pulse.remove(head);
        content.close();
        recordings.close(content.run().recording(), this::listCaptures);
    }

    @Override
    public void chooseCapture() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(WORDS.text("window.choose"));
        if (Files.isDirectory(folder.path())) {
            chooser.setInitialDirectory(folder.path().toFile());
        }
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(WORDS.text("window.captures"), "*" + CaptureFolder.EXTENSION));
        File chosen = chooser.showOpenDialog(stage);
        if (chosen != null) {
            open(chosen.toPath());
        }
    }

    private void figures() {
        if (main.front() instanceof RunTab tab) {
            RunFigures.show(main.status(), tab.run());
        } else {
            main.status().figures("", "", "");
            main.status().recording(false, "", "");
        }
    }

    private void withActions(java.util.function.Consumer<RunActions> use) {
        if (main.front() instanceof RunTab tab) {
            use.accept(tab.actions());
        }
    }

    private void listCaptures() {
        background.start(
                folder::list,
                items -> {
                    recent.show(items, Instant.now());
                    sidebar.show(items);
                },
                failure -> sidebar.show(List.of()));
    }

    private void takeFiles(Scene scene) {
        scene.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
        });
        scene.setOnDragDropped(e -> {
            e.getDragboard().getFiles().forEach(file -> open(file.toPath()));
            e.setDropCompleted(true);
        });
    }

    private static void key(Scene scene, KeyCode code, Runnable action) {
        scene.getAccelerators().put(MainWindow.key(code), action);
    }

    private static String tabId(Path file) {
        return "run:" + file.toAbsolutePath().normalize();
    }

    private static Image icon(int size) {
        String name = "/dev/threadline/icons/threadline-" + size + ".png";
        return new Image(Objects.requireNonNull(AppWindow.class.getResourceAsStream(name), name));
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
        main.closeAll();
        recordings.close();
        background.close();
        demo.close();
        connections.forEach(connection -> connection.server().close());
    }
}
