package dev.threadline.panel;

import dev.threadline.session.Recording;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.Panel;
import dev.threadline.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;

/// One panel over one recording in a scene of its own, without a window; every method may be called from the test
/// thread.
public final class Screen implements AutoCloseable {
    private final Background background = new Background();
    private final Recording recording;
    private OpenRun run;
    private Panel panel;
    private Scene scene;
    private Theme theme;

    /// Shows a panel at a size.
    public Screen(Recording recording, Function<OpenRun, Panel> made, double width, double height) throws Exception {
        this.recording = recording;
        CompletableFuture<Void> up = new CompletableFuture<>();
        try {
            Platform.startup(() -> up.complete(null));
        } catch (IllegalStateException e) {
            up.complete(null);
        }
        up.get(20, TimeUnit.SECONDS);
        Platform.setImplicitExit(false);
        on(() -> {
            theme = new Theme();
            run = new OpenRun(recording, theme, background);
            run.pulse(Long.MAX_VALUE);
            panel = made.apply(run);
            scene = new Scene(new StackPane(panel.node()), width, height);
            theme.dress(scene);
            return null;
        });
    }

    /// The run shown.
    public OpenRun run() {
        return run;
    }

    /// The panel shown.
    public <P extends Panel> P panel(Class<P> type) {
        return type.cast(panel);
    }

    /// The scene.
    public Scene scene() {
        return scene;
    }

    /// Lets frames pass until something holds; fails after 20 s.
    public void until(BooleanSupplier condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!on(() -> {
            frame();
            return condition.getAsBoolean();
        })) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited 20 s");
            }
        }
    }

    private void frame() {
        run.pulse(Long.MAX_VALUE);
        panel.pulse();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    /// Lets some frames pass.
    public void frames(int many) throws Exception {
        for (int i = 0; i < many; i++) {
            on(() -> {
                frame();
                return null;
            });
        }
    }

    /// Writes the picture in dark and light to `target/shots`.
    public void shoot(String name) throws Exception {
        for (ColorScheme scheme : ColorScheme.values()) {
            BufferedImage picture = on(() -> {
                theme.choose(scheme);
                frame();
                WritableImage image = scene.snapshot(null);
                int width = (int) image.getWidth();
                int height = (int) image.getHeight();
                BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        out.setRGB(x, y, image.getPixelReader().getArgb(x, y));
                    }
                }
                return out;
            });
            Path file = Path.of("target/shots", name + (scheme == ColorScheme.DARK ? "-dark" : "-light") + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        }
    }

    /// Runs work on the JavaFX thread and waits for it.
    public static <T> T on(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            on(() -> {
                panel.close();
                return null;
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            background.close();
            recording.close();
        }
    }
}
