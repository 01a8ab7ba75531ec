package dev.threadline.shots;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/// Pictures of the window for a person to look at: `target/shots/NAME.png`, and `docs/shots` when
/// `-Dthreadline.docs=true`.
public final class Shots {
    private Shots() {}

    /// Takes a picture of a scene at the given scale; JavaFX thread.
    public static void take(Scene scene, String name, double scale) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        // Without the shadows that fall over the edge.
        parameters.setViewport(new Rectangle2D(0, 0, scene.getWidth() * scale, scene.getHeight() * scale));
        write(scene.getRoot().snapshot(parameters, null), Path.of("target", "shots", name + ".png"));
    }

    /// Takes a picture of a node at the given scale; JavaFX thread.
    public static void take(Node node, String name, double scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        write(node.snapshot(parameters, null), Path.of("target", "shots", name + ".png"));
    }

    /// Copies a picture to the docs, where that is asked for.
    public static void keep(String name) throws IOException {
        if (Boolean.getBoolean("threadline.docs")) {
            Path to = Path.of("docs", "shots", name + ".png");
            Files.createDirectories(to.getParent());
            Files.copy(
                    Path.of("target", "shots", name + ".png"), to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
