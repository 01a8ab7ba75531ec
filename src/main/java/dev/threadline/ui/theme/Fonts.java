package dev.threadline.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The bundled fonts: Inter for words, JetBrains Mono for data (look, section 3).
public final class Fonts {
    /// Family of words.
    public static final String WORDS = "Inter";

    /// Family of words on controls and labels.
    public static final String WORDS_MEDIUM = "Inter Medium";

    /// Family of headings.
    public static final String WORDS_STRONG = "Inter Semi Bold";

    /// Family of data.
    public static final String DATA = "JetBrains Mono";

    /// Family of data that heads a list.
    public static final String DATA_MEDIUM = "JetBrains Mono Medium";

    private static final List<String> FILES = List.of(
            "Inter-Regular.otf",
            "Inter-Medium.otf",
            "Inter-SemiBold.otf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Medium.ttf");

    private Fonts() {}

    /// Makes the families known to JavaFX; once, before the first scene.
    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
                if (in == null || Font.loadFont(in, 12) == null) {
                    throw new IllegalStateException("The font " + file + " is missing.");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Words at a size in pixels.
    public static Font words(double size) {
        return Font.font(WORDS, size);
    }

    /// Medium words at a size in pixels.
    public static Font medium(double size) {
        return Font.font(WORDS_MEDIUM, size);
    }

    /// Strong words at a size in pixels.
    public static Font strong(double size) {
        return Font.font(WORDS_STRONG, size);
    }

    /// Data at a size in pixels.
    public static Font data(double size) {
        return Font.font(DATA, size);
    }

    /// Medium data at a size in pixels.
    public static Font dataMedium(double size) {
        return Font.font(DATA_MEDIUM, size);
    }
}
