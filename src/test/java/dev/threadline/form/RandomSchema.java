package dev.threadline.form;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A random schema with a random value that is valid for it.
record RandomSchema(JsonValue schema, JsonValue value) {
    private static final String[] TEXTS = {"", "a", "tea", "two\nlines", "𝄞 clef", "\"quoted\\\"", "x".repeat(90)};

    static RandomSchema object(Random random, int depth) {
        Map<String, JsonValue> properties = new LinkedHashMap<>();
        Map<String, JsonValue> value = new LinkedHashMap<>();
        List<JsonValue> required = new ArrayList<>();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            String name = random.nextInt(6) == 0 ? "a/b~" + i : "key" + i;
            RandomSchema member = any(random, depth - 1);
            properties.put(name, member.schema);
            boolean needed = random.nextBoolean();
            if (needed) {
                required.add(new JsonString(name));
            }
            if (needed || random.nextBoolean()) {
                value.put(name, member.value);
            }
        }
        if (random.nextInt(3) == 0) {
            value.put("extra", json(random, 2));
        }
        return new RandomSchema(
                object(
                        "type",
                        text("object"),
                        "properties",
                        new JsonObject(properties),
                        "required",
                        new JsonArray(required)),
                new JsonObject(value));
    }

    private static RandomSchema any(Random random, int depth) {
        RandomSchema plain = switch (random.nextInt(depth > 0 ? 11 : 6)) {
            case 0 -> ofText(random);
            case 1 -> ofInteger(random);
            case 2 -> new RandomSchema(object("type", text("number"), "minimum", number("0")), number("1.50"));
            case 3 -> new RandomSchema(object("type", text("boolean")), new JsonBoolean(random.nextBoolean()));
            case 4 -> ofChoice(random);
            case 5 -> new RandomSchema(new JsonObject(Map.of()), json(random, 3));
            case 6 -> object(random, depth);
            case 7 -> ofArray(random, depth);
            case 8 -> ofMap(random, depth);
            case 9 -> ofUnion(random, depth);
            default -> ofReference(random, depth);
        };
        return random.nextInt(5) == 0 ? nullable(random, plain) : plain;
    }

    private static RandomSchema ofText(Random random) {
        String value = TEXTS[random.nextInt(TEXTS.length)];
        int length = value.codePointCount(0, value.length());
        return new RandomSchema(
                object(
                        "type",
                        text("string"),
                        "minLength",
                        number("" + length),
                        "maxLength",
                        number("" + (length + 1))),
                text(value));
    }

    private static RandomSchema ofInteger(Random random) {
        int value = random.nextInt(-50, 50);
        String literal = random.nextInt(4) == 0 ? value + ".0" : "" + value;
        return new RandomSchema(
                object(
                        "type",
                        text("integer"),
                        "exclusiveMinimum",
                        number("" + (value - 1)),
                        "maximum",
                        number("" + value)),
                number(literal));
    }

    private static RandomSchema ofChoice(Random random) {
        List<JsonValue> options = List.of(text("a"), number("2"), new JsonObject(Map.of("k", text("v"))));
        return new RandomSchema(object("enum", new JsonArray(options)), options.get(random.nextInt(3)));
    }

    private static RandomSchema ofArray(Random random, int depth) {
        RandomSchema item = any(random, depth - 1);
        List<JsonValue> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(item.value);
        }
        return new RandomSchema(
                object("type", text("array"), "items", item.schema, "maxItems", number("4")), new JsonArray(items));
    }

    private static RandomSchema ofMap(Random random, int depth) {
        RandomSchema each = any(random, depth - 1);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            members.put("k" + i, each.value);
        }
        return new RandomSchema(
                object("type", text("object"), "additionalProperties", each.schema), new JsonObject(members));
    }

    private static RandomSchema ofUnion(Random random, int depth) {
        RandomSchema one = any(random, depth - 1);
        RandomSchema two = any(random, depth - 1);
        return new RandomSchema(object("anyOf", new JsonArray(List.of(one.schema, two.schema))), two.value);
    }

    /// A schema behind two `allOf` parts.
    private static RandomSchema ofReference(Random random, int depth) {
        RandomSchema inner = any(random, depth - 1);
        JsonValue words = object("description", text("words"));
        return new RandomSchema(object("allOf", new JsonArray(List.of(inner.schema, words))), inner.value);
    }

    private static RandomSchema nullable(Random random, RandomSchema plain) {
        JsonValue nothing = object("type", text("null"));
        return new RandomSchema(
                object("anyOf", new JsonArray(List.of(plain.schema, nothing))),
                random.nextBoolean() ? JsonValue.JsonNull.NULL : plain.value);
    }

    /// Any JSON at all.
    static JsonValue json(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> JsonValue.JsonNull.NULL;
            case 1 -> new JsonBoolean(random.nextBoolean());
            case 2 -> number(List.of("0", "-1.50", "1e400", "9007199254740993").get(random.nextInt(4)));
            case 3, 4 -> text(TEXTS[random.nextInt(TEXTS.length)]);
            case 5 -> new JsonArray(List.of(json(random, depth - 1), json(random, depth - 1)));
            default -> new JsonObject(Map.of("key0", json(random, depth - 1), "", json(random, depth - 1)));
        };
    }

    private static JsonObject object(Object... pairs) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            members.put((String) pairs[i], (JsonValue) pairs[i + 1]);
        }
        return new JsonObject(members);
    }

    private static JsonString text(String text) {
        return new JsonString(text);
    }

    private static JsonNumber number(String literal) {
        return new JsonNumber(literal);
    }
}
