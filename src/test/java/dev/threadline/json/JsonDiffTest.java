package dev.threadline.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.json.JsonChange.Kind;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDiffTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'a':1,'b':2}; {'a':1,'b':3}; ~/b",
                "{'a':1}; {'a':1,'b':2}; +/b",
                "{'a':1,'b':2}; {'b':2}; -/a",
                "{'a':1}; {'a':'1'}; !/a",
                "{'b':1,'a':2}; {'a':2,'b':1}; ''",
                "{'a':1.0}; {'a':1}; ~/a",
                "[1,2,3]; [1,9,2,3]; +/1",
                "[1,2,3,4]; [1,3,4]; -/1",
                "[1,2,3]; [3,1,2]; ^/0",
                "[{'id':1,'v':1},{'id':2,'v':1}]; [{'id':3},{'id':1,'v':1},{'id':2,'v':2}]; +/0 ~/2 ~/2/v",
                "[{'id':1,'v':1},{'id':2,'v':1}]; [{'id':2,'v':2},{'id':1,'v':1}]; ^/1 ~/0 ~/0/v",
                "['a','b','c']; ['a','x','c']; ~/1",
                "[0,0,0]; [0,0,0,0]; +/3",
                "1; 2; ~",
                "{}; []; !"
            })
    void saysWhatHappened(String before, String after, String expected) throws Exception {
        JsonChange change = JsonDiff.of(json(before), json(after));
        List<String> said = JsonDiff.rows(change, true).stream()
                .map(row -> sign(row.kind()) + row.pointer())
                .sorted()
                .toList();
        assertThat(said).containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    @Test
    void countsWhatIsAsBefore() throws Exception {
        JsonChange change = JsonDiff.of(
                json("{'a':[1,2,{'x':1}],'b':{'c':1},'d':2}"), json("{'a':[1,2,{'x':2}],'b':{'c':1},'e':2}"));
        assertThat(change.counts()).isEqualTo(new JsonChange.Counts(1, 1, 1, 0, 3));
        assertThat(JsonDiff.rows(change, false)).hasSize(8);
    }

    @Test
    void oneInsertIntoALongArrayIsOneRow() {
        List<JsonValue> items = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            items.add(new JsonString("message " + i % 9_000));
        }
        List<JsonValue> longer = new ArrayList<>(items);
        longer.add(50_000, new JsonString("new"));
        JsonChange change = JsonDiff.of(new JsonArray(items), new JsonArray(longer));
        assertThat(JsonDiff.rows(change, true))
                .singleElement()
                .satisfies(row -> assertThat(row.pointer()).hasToString("/50000"));
    }

    @Test
    void manyEditsInALongArrayStayInPlace() {
        List<JsonValue> items = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            items.add(new JsonObject(Map.of("n", new JsonNumber(Integer.toString(i)))));
        }
        List<JsonValue> edited = new ArrayList<>(items);
        edited.remove(15_000);
        edited.set(10_000, new JsonObject(Map.of("n", new JsonString("changed"))));
        edited.add(5_000, new JsonObject(Map.of("n", new JsonString("new"))));
        JsonChange change = JsonDiff.of(new JsonArray(items), new JsonArray(edited));
        assertThat(change.counts()).isEqualTo(new JsonChange.Counts(1, 1, 1, 0, 19_998));
    }

    @Test
    void applyingTheDiffToBeforeGivesAfter() {
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            JsonValue before = tree(random, 4);
            JsonValue after = random.nextInt(8) == 0 ? tree(random, 4) : edited(before, random);
            JsonChange change = JsonDiff.of(before, after);
            assertThat(JsonDiff.apply(before, change)).as("seed %s", seed).isEqualTo(after);
            assertThat(change.counts().equalSides()).as("seed %s", seed).isEqualTo(before.equals(after));
            assertThat(keys(JsonDiff.apply(before, change)))
                    .as("seed %s", seed)
                    .isEqualTo(keys(before.equals(after) ? before : after));
        }
    }

    private static List<String> keys(JsonValue value) {
        return value instanceof JsonObject object ? List.copyOf(object.members().keySet()) : List.of();
    }

    private static JsonValue json(String text) throws JsonFailure {
        return Json.parse(text.replace('\'', '"'));
    }

    private static String sign(Kind kind) {
        return switch (kind) {
            case SAME -> "=";
            case ADDED -> "+";
            case REMOVED -> "-";
            case CHANGED -> "~";
            case TYPE_CHANGED -> "!";
            case MOVED -> "^";
        };
    }

    private static JsonValue tree(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 3 : 5);
        return switch (kind) {
            case 0 -> new JsonNumber(Integer.toString(random.nextInt(4)));
            case 1 -> new JsonString("s" + random.nextInt(4));
            case 2 -> JsonValue.JsonNull.NULL;
            case 3 -> {
                List<JsonValue> items = new ArrayList<>();
                for (int i = random.nextInt(7); i > 0; i--) {
                    items.add(tree(random, depth - 1));
                }
                yield new JsonArray(items);
            }
            default -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                if (random.nextBoolean()) {
                    members.put("id", new JsonNumber(Integer.toString(random.nextInt(20))));
                }
                for (int i = random.nextInt(5); i > 0; i--) {
                    members.put("k" + random.nextInt(6), tree(random, depth - 1));
                }
                yield new JsonObject(members);
            }
        };
    }

    private static JsonValue edited(JsonValue value, Random random) {
        return switch (value) {
            case JsonArray array -> {
                List<JsonValue> items = new ArrayList<>(array.items());
                items.replaceAll(item -> random.nextInt(4) == 0 ? edited(item, random) : item);
                if (random.nextInt(3) == 0) {
                    items.add(random.nextInt(items.size() + 1), tree(random, 1));
                }
                if (!items.isEmpty() && random.nextInt(3) == 0) {
                    items.remove(random.nextInt(items.size()));
                }
                if (!items.isEmpty() && random.nextInt(3) == 0) {
                    JsonValue item = items.remove(random.nextInt(items.size()));
                    items.add(random.nextInt(items.size() + 1), item);
                }
                yield new JsonArray(items);
            }
            case JsonObject object -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                object.members().forEach((key, member) -> {
                    if (random.nextInt(5) > 0) {
                        members.put(key, random.nextInt(3) == 0 ? edited(member, random) : member);
                    }
                });
                if (random.nextInt(3) == 0) {
                    members.put("new" + random.nextInt(3), tree(random, 1));
                }
                yield new JsonObject(members);
            }
            default -> random.nextBoolean() ? value : tree(random, 1);
        };
    }
}
