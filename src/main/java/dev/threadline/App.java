package dev.threadline;

import dev.threadline.capture.CaptureFolder;
import dev.threadline.cli.Cli;
import dev.threadline.ui.kit.Fx;
import dev.threadline.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The program: hands the command line to its twin, or opens the window.
public final class App extends Application {
    private static final Words WORDS = Words.of(App.class);

    private @Nullable AppWindow window;
    private @Nullable OneWindow one;

    /// Starts Threadline with the given command line.
    public static void main(String[] args) {
        switch (Cli.run(List.of(args))) {
            case Cli.Exit exit -> System.exit(exit.code());
            case Cli.OpenWindow open -> openWindow(open.file());
        }
    }

    private static void openWindow(@Nullable Path file) {
        if (!hasDisplay(System.getProperty("os.name"), System.getenv())) {
            leave(WORDS.text("app.no-display"));
        }
        if (OneWindow.hand(place(), file)) {
            return;
        }
        try {
            launch(App.class, file == null ? new String[0] : new String[] {file.toString()});
        } catch (UnsupportedOperationException e) {
            leave(WORDS.text("app.no-window", String.valueOf(e.getMessage())));
        }
    }

    /// Whether a window can be opened at all: on Linux there must be a display to ask for one.
    static boolean hasDisplay(String system, Map<String, String> environment) {
        boolean linux = system.toLowerCase(Locale.ROOT).startsWith("linux");
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        return !linux
                || headless
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    private static void leave(String sentence) {
        System.err.println(sentence);
        // Maven follows any other exit with a stack trace of its own.
        System.exit("maven".equals(System.getProperty("threadline.startedBy")) ? 0 : 1);
    }

    @Override
    public void start(Stage stage) {
        List<String> files = getParameters().getRaw();
        Path file = files.isEmpty() ? null : Path.of(files.getFirst());
        one = OneWindow.claim(place(), handed -> Fx.run(() -> raise(stage, handed)));
        // Another start was quicker, in the moment since this one looked.
        if (one == null && OneWindow.hand(place(), file)) {
            Platform.exit();
            return;
        }
        AppWindow opened = new AppWindow(stage);
        window = opened;
        Runtime.getRuntime().addShutdownHook(new Thread(opened::closeCaptures));
        opened.show();
        if (file != null) {
            opened.open(file);
        }
        FirstFrames.count(Platform::exit);
    }

    private void raise(Stage stage, @Nullable Path file) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        if (file != null && window != null) {
            window.open(file);
        }
    }

    private static OneWindow.Place place() {
        Path data = Objects.requireNonNullElse(CaptureFolder.here().path().getParent(), Path.of("."));
        // Two installations may be of different versions: each has its own window.
        return OneWindow.Place.in(
                data,
                String.valueOf(App.class.getProtectionDomain().getCodeSource().getLocation()));
    }

    @Override
    public void stop() {
        if (one != null) {
            one.close();
        }
        if (window != null) {
            window.close();
        }
    }
}
