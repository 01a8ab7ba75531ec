package dev.threadline;

import java.util.Objects;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/// The picture by which the system shows the window, in the sizes that it asks for.
final class AppIcon {
    private AppIcon() {}

    /// Gives it to a window.
    static void on(Stage stage) {
        for (int size : new int[] {16, 32, 64, 256}) {
            String name = "/dev/threadline/icons/threadline-" + size + ".png";
            stage.getIcons().add(new Image(Objects.requireNonNull(AppIcon.class.getResourceAsStream(name), name)));
        }
    }
}
