package dev.threadline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.json.Json;
import dev.threadline.json.JsonPointer;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void aTextChangeKeepsWholeWords() {
        assertThat(TextChange.of("clear in Paris now", "clear in Oslo now"))
                .isEqualTo(new TextChange("clear in ", "Paris", "Oslo", " now"));
        assertThat(TextChange.of("", "all new")).isEqualTo(new TextChange("", "", "all new", ""));
        assertThat(TextChange.of("begin", "begin and end")).isEqualTo(new TextChange("begin", "", " and end", ""));
    }

    @Test
    void aTextChangeHoldsBothTexts() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            String before = words(random);
            String after = words(random);
            TextChange change = TextChange.of(before, after);
            if (!change.head().startsWith("…")) {
                assertThat(change.head() + change.removed() + change.tail())
                        .as("seed %d", seed)
                        .isEqualTo(before);
                assertThat(change.head() + change.added() + change.tail())
                        .as("seed %d", seed)
                        .isEqualTo(after);
            }
        }
    }

    @Test
    void pathsReadLikeCode() {
        assertThat(JsonText.path(JsonPointer.ROOT)).isEqualTo("$");
        assertThat(JsonText.path(JsonPointer.parse("/notes/0/a.b/x y"))).isEqualTo("$.notes[0][\"a.b\"][\"x y\"]");
    }

    @Test
    void previewsAreShort() throws Exception {
        assertThat(JsonText.preview(Json.parse("[\"research\",\"writing\"]"))).isEqualTo("\"research\", \"writing\"");
        assertThat(JsonText.preview(Json.parse("{\"price\":0,\"tags\":[1]}"))).isEqualTo("price 0, tags [1]");
        String many =
                IntStream.range(0, 1000).mapToObj(i -> "\"item " + i + '"').collect(Collectors.joining(","));
        assertThat(JsonText.preview(Json.parse("[" + many + "]")))
                .endsWith(", …")
                .hasSizeLessThan(160);
    }

    @Test
    void linesHoldTheWholeText() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            String text = words(random);
            RawLines lines = RawLines.of(text, 1 + random.nextInt(12));
            String joined =
                    IntStream.range(0, lines.count()).mapToObj(lines::line).collect(Collectors.joining());
            assertThat(joined).as("seed %d", seed).isEqualTo(text.replace("\n", ""));
        }
    }

    @Test
    void wideLettersTakeTwoCells() {
        RawLines lines = RawLines.of("茶茶茶ab", 4);
        assertThat(IntStream.range(0, lines.count()).mapToObj(lines::line)).containsExactly("茶茶", "茶ab");
    }

    private static String words(Random random) {
        String letters = "ab 茶\n😀.";
        return random.ints(random.nextInt(60), 0, letters.codePointCount(0, letters.length()))
                .mapToObj(i -> Character.toString(letters.codePointAt(letters.offsetByCodePoints(0, i))))
                .collect(Collectors.joining());
    }
}
