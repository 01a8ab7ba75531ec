package dev.threadline.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The appearance of the window: Primer with our colour roles, light or dark as the system says.
///
/// JavaFX thread only.
public final class Theme {
    /// The size in px of the interface's text in the style sheets.
    private static final double TEXT = 12;

    private static final Pattern SIZE = Pattern.compile("-fx-font-size:\\s*([0-9.]+)px");

    private final ReadOnlyObjectWrapper<Palette> palette = new ReadOnlyObjectWrapper<>(this, "palette", Palette.LIGHT);
    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(this, "scale", 1);
    private @Nullable ColorScheme chosen;
    private boolean still;

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

    /// How much larger than in the style sheets text is; canvases redraw when it changes.
    public ReadOnlyDoubleProperty scale() {
        return scale.getReadOnlyProperty();
    }

    /// Makes all text larger or smaller.
    ///
    /// @param size of the interface's text in px; 12 is what the style sheets say
    public void textSize(double size) {
        scale.set(size / TEXT);
    }

    /// Whether nothing shall move by itself: the user or the system asks for calm.
    public boolean still() {
        return still || Platform.getPreferences().isReducedMotion();
    }

    /// Asks for calm whatever the system says; false asks the system.
    public void still(boolean wanted) {
        still = wanted;
    }

    /// Tells somebody of every change of palette and scale while others hold on to them: the theme outlives every tab.
    ///
    /// @param changed must not hold on to `who` itself
    public <T> void tell(T who, Consumer<T> changed) {
        WeakReference<T> known = new WeakReference<>(who);
        Subscription[] both = {Subscription.EMPTY};
        Runnable look = () -> {
            T here = known.get();
            if (here == null) {
                both[0].unsubscribe();
            } else {
                changed.accept(here);
            }
        };
        both[0] = palette.subscribe(look).and(scale.subscribe(look));
    }

    /// Dresses a scene, now and whenever the appearance changes.
    public void dress(Scene scene) {
        dressNow(scene);
        tell(scene, this::dressNow);
    }

    private void dressNow(Scene scene) {
        scene.getStylesheets().setAll(data(palette.get().css()), scaled(resource("theme.css")), scaled(start()));
    }

    /// A style sheet with its font sizes scaled; lengths of other kinds stay, there is room in them.
    private String scaled(String url) {
        if (scale.get() == 1) {
            return url;
        }
        try (InputStream in = URI.create(url).toURL().openStream()) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return data(SIZE.matcher(css)
                    .replaceAll(size -> "-fx-font-size: " + Double.parseDouble(size.group(1)) * scale.get() + "px"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void apply() {
        ColorScheme scheme = chosen != null ? chosen : Platform.getPreferences().getColorScheme();
        boolean dark = scheme == ColorScheme.DARK;
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        palette.set(dark ? Palette.DARK : Palette.LIGHT);
    }

    private static String data(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
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
