package dev.threadline.ui.menu;

import dev.threadline.ui.theme.Fonts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Something that Threadline is made of and that others wrote.
///
/// @param name of the library, or the family of a font
/// @param version as bundled
/// @param licence as its makers name it
/// @param address where it comes from, or empty
public record Library(String name, String version, String licence, String address) {
    /// All that is bundled: libraries as the build listed them, then fonts and icons. Reads resources, which blocks.
    ///
    /// @throws IOException where the list is missing
    public static List<Library> all() throws IOException {
        List<Library> all = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Library.class.getResourceAsStream("libraries.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> List.of(line.split("\\|", -1)))
                    .filter(parts -> parts.size() == 4)
                    .forEach(parts ->
                            all.add(new Library(artifact(parts.get(0)), parts.get(1), parts.get(2), parts.get(3))));
        }
        all.sort(java.util.Comparator.comparing(Library::name, String.CASE_INSENSITIVE_ORDER));
        String pack = all.stream()
                .filter(each -> each.name().equals("ikonli-feather-pack"))
                .map(Library::version)
                .findFirst()
                .orElse("");
        all.add(new Library("Feather icons", "in the pack " + pack, "MIT", "https://feathericons.com"));
        all.add(new Library("Inter", Fonts.version("Inter-Regular.otf"), "OFL-1.1", "https://rsms.me/inter/"));
        all.add(new Library(
                "JetBrains Mono",
                Fonts.version("JetBrainsMono-Regular.ttf"),
                "OFL-1.1",
                "https://www.jetbrains.com/mono/"));
        return all;
    }

    private static String artifact(String coordinates) {
        return coordinates.substring(coordinates.indexOf(':') + 1);
    }
}
