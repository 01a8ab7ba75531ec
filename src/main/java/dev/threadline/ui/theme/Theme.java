package dev.threadline.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// The appearance of the window: Primer with our colour roles, light or dark as the system says.
///
/// JavaFX thread only.
public final class Theme {
    private final ReadOnlyObjectWrapper<Palette> palette = new ReadOnlyObjectWrapper<>(this, "palette", Palette.LIGHT);
    private @Nullable ColorScheme chosen;

    /// Follows the system from now on; fonts are loaded here.
    public Theme() {
        Fonts.load();
        Platform.getPreferences().colorSchemeProperty().subscribe(this::apply);
        apply();
    }

    /// The palette in use; canvases redraw when it changes.
    public ReadOnlyObjectProperty<Palette> palette() {
        return palette.getReadOnlyProperty();
    }

    /// Takes an appearance whatever the system says; null follows the system again.
    public void choose(@Nullable ColorScheme scheme) {
        chosen = scheme;
        apply();
    }

    /// Dresses a scene, now and whenever the appearance changes.
    public void dress(Scene scene) {
        palette.subscribe(now -> scene.getStylesheets().setAll(sheet(now), resource("theme.css"), start()));
    }

    private void apply() {
        ColorScheme scheme = chosen != null ? chosen : Platform.getPreferences().getColorScheme();
        boolean dark = scheme == ColorScheme.DARK;
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        palette.set(dark ? Palette.DARK : Palette.LIGHT);
    }

    private static String sheet(Palette palette) {
        byte[] css = palette.css().getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css);
    }

    private static String resource(String name) {
        URL url = Theme.class.getResource(name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }

    private static String start() {
        return Objects.requireNonNull(Theme.class.getResource("/dev/threadline/ui/start/start.css"), "start.css")
                .toExternalForm();
    }
}
