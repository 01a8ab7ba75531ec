package dev.threadline.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    /// The name of the table with the revision: `head`.
    private static final int HEAD = 0x68656164;

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

    /// The version that a bundled font file names itself: its revision, in thousandths.
    ///
    /// @throws IOException where there is no such file
    public static String version(String file) throws IOException {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
            ByteBuffer font = ByteBuffer.wrap(Objects.requireNonNull(in, file).readAllBytes());
            int tables = font.getShort(4);
            for (int table = 0; table < tables; table++) {
                int entry = 12 + table * 16;
                if (font.getInt(entry) == HEAD) {
                    double revision = font.getInt(font.getInt(entry + 8) + 4) / 65536.0;
                    return String.format(Locale.ROOT, "%.3f", revision);
                }
            }
        }
        throw new IOException(file + " has no head.");
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
