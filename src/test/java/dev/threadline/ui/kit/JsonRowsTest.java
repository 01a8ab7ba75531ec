package dev.threadline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.json.Json;
import dev.threadline.json.JsonDiff;
import dev.threadline.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonRowsTest {
    private final JsonRows rows = new JsonRows();

    @Test
    void aValueIsOpenAsFarAsItIsSmall() throws Exception {
        rows.show(Json.parse("{\"a\":{\"b\":[1,2]},\"c\":" + numbers(50) + "}"));
        assertThat(text()).containsExactly("- a", " - b", "  0", "  1", "+ c");
    }

    @Test
    void aScalarIsOneRow() throws Exception {
        rows.show(Json.parse("7"));
        assertThat(rows.size()).isEqualTo(1);
        assertThat(rows.get(0).pointer()).isEqualTo(JsonPointer.ROOT);
    }

    @Test
    void aDifferenceOpensWhatChanged() throws Exception {
        diff("{\"same\":{\"x\":1},\"notes\":[],\"n\":1}", "{\"same\":{\"x\":1},\"notes\":[\"tea\"],\"n\":2}", false);
        assertThat(text()).containsExactly("+ same SAME", "- notes CHANGED", " 0 ADDED", "n CHANGED");
    }

    @Test
    void changesAloneSayHowManyAreAsBefore() throws Exception {
        diff("{\"a\":1,\"b\":2,\"c\":3,\"d\":4}", "{\"a\":1,\"b\":2,\"c\":9,\"d\":4}", true);
        assertThat(text()).containsExactly("+ 2 as before", "c CHANGED", "+ 1 as before");
        rows.setOpen(0, true);
        assertThat(text()).containsExactly("- 2 as before", "a SAME", "b SAME", "c CHANGED", "+ 1 as before");
        rows.setOpen(0, false);
        assertThat(text()).containsExactly("+ 2 as before", "c CHANGED", "+ 1 as before");
    }

    @Test
    void longRunsOfEqualItemsFold() throws Exception {
        diff("{\"list\":" + numbers(100) + "}", "{\"list\":" + numbers(101) + "}", false);
        assertThat(text()).containsExactly("- list CHANGED", " + 100 as before", " 100 ADDED");
    }

    @Test
    void foldingIsRememberedByPath() throws Exception {
        rows.show(Json.parse("{\"a\":{\"b\":1},\"c\":2}"));
        rows.setOpen(0, false);
        rows.show(Json.parse("{\"new\":0,\"a\":{\"b\":1,\"d\":3}}"));
        assertThat(text()).containsExactly("new", "+ a");
    }

    @Test
    void placesAreFoundOrTheNearestOneShown() throws Exception {
        rows.show(Json.parse("{\"a\":{\"\":{\"x/y\":1}},\"c\":" + numbers(50) + "}"));
        assertThat(rows.get(rows.indexOf(JsonPointer.parse("/a//x~1y"))).pointer())
                .isEqualTo(JsonPointer.parse("/a//x~1y"));
        assertThat(rows.indexOf(JsonPointer.parse("/c/7"))).isEqualTo(3);
        assertThat(rows.indexOf(JsonPointer.parse("/gone"))).isEqualTo(-1);
    }

    @Test
    void nextGoesFromChangeToChange() throws Exception {
        diff(
                "{\"a\":1,\"b\":{\"c\":1,\"d\":2},\"e\":5}",
                "{\"a\":1,\"b\":{\"c\":9,\"d\":2},\"e\":5,\"f\":{\"g\":1}}",
                false);
        List<String> found = new ArrayList<>();
        for (int at = rows.change(-1, 1); at >= 0; at = rows.change(at, 1)) {
            found.add(rows.get(at).pointer().toString());
        }
        assertThat(found).containsExactly("/b/c", "/f");
    }

    @Test
    void openingAndClosingAtRandomGivesTheRowsOfAFreshShow() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String before = "{\"a\":{\"b\":{\"c\":[1,2,3]}},\"l\":" + numbers(60) + ",\"s\":\"x\"}";
        String after = "{\"a\":{\"b\":{\"c\":[1,3],\"n\":{}}},\"l\":" + numbers(61) + ",\"t\":{\"u\":[1]}}";
        diff(before, after, false);
        for (int i = 0; i < 300; i++) {
            int row = random.nextInt(rows.size());
            rows.setOpen(row, random.nextBoolean());
            if (random.nextInt(10) == 0) {
                List<String> now =
                        text().stream().filter(t -> !t.contains("as before")).toList();
                boolean runOpen = text().stream().anyMatch(t -> t.contains("- 60 as before"));
                diff(before, after, false);
                if (!runOpen) {
                    assertThat(text().stream()
                                    .filter(t -> !t.contains("as before"))
                                    .toList())
                            .as("seed %d", seed)
                            .isEqualTo(now);
                }
            }
        }
    }

    @Test
    void aHundredThousandItemsOpen() throws Exception {
        rows.show(Json.parse("{\"big\":" + numbers(100_000) + ",\"end\":1}"));
        rows.setOpen(0, true);
        assertThat(rows.size()).isEqualTo(100_002);
        assertThat(rows.get(100_000).pointer()).isEqualTo(JsonPointer.parse("/big/99999"));
        rows.setOpen(0, false);
        assertThat(rows.size()).isEqualTo(2);
    }

    private void diff(String before, String after, boolean changesOnly) throws Exception {
        rows.show(JsonDiff.of(Json.parse(before), Json.parse(after)), changesOnly);
    }

    private List<String> text() {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> {
                    JsonRow row = rows.get(i);
                    String mark = row.foldable() ? row.open() ? "- " : "+ " : "";
                    String name = row.skipped().isEmpty()
                            ? row.token() + (rows.isDiff() ? " " + row.kind() : "")
                            : row.skipped().size() + " as before";
                    return " ".repeat(row.depth()) + mark + name;
                })
                .toList();
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
    }
}
