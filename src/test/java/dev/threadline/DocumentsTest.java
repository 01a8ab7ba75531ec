package dev.threadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The documents: what they link to is there, and each picture is shown by one of them.
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final int LARGEST_PICTURE = 250_000;

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            for (String target : targets(document)) {
                if (!leadsSomewhere(document, target)) {
                    broken.add(document + ": " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPictureIsShownAndSmall() throws IOException {
        Set<Path> shown = new TreeSet<>();
        for (Path document : documents()) {
            for (String target : targets(document)) {
                shown.add(document.resolveSibling(target).normalize());
            }
        }
        try (Stream<Path> pictures = Files.list(Path.of("docs/shots"))) {
            assertThat(pictures)
                    .isNotEmpty()
                    .allSatisfy(picture -> assertThat(shown).contains(picture))
                    .allSatisfy(picture -> assertThat(Files.size(picture)).isLessThan(LARGEST_PICTURE));
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    /// What a document links to beside pages of the web.
    private static List<String> targets(Path document) throws IOException {
        return LINK.matcher(Files.readString(document))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.startsWith("http"))
                .toList();
    }

    private static boolean leadsSomewhere(Path document, String target) {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path to = file.isEmpty() ? document : document.toAbsolutePath().resolveSibling(file);
        return Files.exists(to) && (hash < 0 || anchors(to).contains(target.substring(hash + 1)));
    }

    /// The places of a document that can be linked to: its headings, as forges write them.
    private static List<String> anchors(Path document) {
        try {
            Matcher headings = HEADING.matcher(Files.readString(document));
            return headings.results()
                    .map(heading -> heading.group(1)
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
