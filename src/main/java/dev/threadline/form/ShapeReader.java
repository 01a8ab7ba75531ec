package dev.threadline.form;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the shape of a schema node; what it does not know becomes raw JSON.
final class ShapeReader {
    private static final BigDecimal SAFE = new BigDecimal("9007199254740991");
    private static final List<Map.Entry<String, String>> TELLTALES = List.of(
            Map.entry("properties", "object"),
            Map.entry("additionalProperties", "object"),
            Map.entry("items", "array"),
            Map.entry("prefixItems", "array"),
            Map.entry("minLength", "string"),
            Map.entry("maxLength", "string"),
            Map.entry("pattern", "string"),
            Map.entry("minimum", "number"),
            Map.entry("maximum", "number"));

    private ShapeReader() {}

    static Shape read(SchemaNode node) {
        if ("messages".equals(node.text("langgraph_type"))) {
            return new Shape.Messages();
        }
        List<JsonValue> options = options(node);
        if (!options.isEmpty()) {
            return new Shape.Choice(options);
        }
        List<JsonValue> alternatives = node.alternatives();
        if (alternatives.size() > 1) {
            return alternatives(node, alternatives);
        }
        if (node.get("type") instanceof JsonArray(List<JsonValue> types)) {
            return new Shape.Union(types.stream()
                    .map(type -> new FieldSpec("", node.with("type", type), true))
                    .toList());
        }
        return plain(node, type(node));
    }

    private static Shape plain(SchemaNode node, String type) {
        return switch (type) {
            case "string" ->
                new Shape.Text(
                        count(node, "minLength", 0),
                        most(node, "maxLength"),
                        node.text("format"),
                        node.text("pattern"));
            case "integer" -> new Shape.Numeric(true, bounds(node));
            case "number" -> new Shape.Numeric(false, bounds(node));
            case "boolean" -> new Shape.Bool();
            case "array" -> array(node);
            case "object" -> object(node);
            default -> new Shape.Raw(null);
        };
    }

    private static List<JsonValue> options(SchemaNode node) {
        JsonValue only = node.get("const");
        return only != null ? List.of(only) : node.list("enum");
    }

    private static Shape alternatives(SchemaNode node, List<JsonValue> alternatives) {
        List<JsonValue> options = new ArrayList<>();
        List<FieldSpec> variants = new ArrayList<>();
        boolean literal = true;
        for (JsonValue each : alternatives) {
            SchemaNode variant = node.below(each);
            literal &= !options(variant).isEmpty();
            options.addAll(options(variant));
            variants.add(new FieldSpec("", variant, true));
        }
        return literal ? new Shape.Choice(List.copyOf(options)) : new Shape.Union(List.copyOf(variants));
    }

    private static String type(SchemaNode node) {
        String type = node.text("type");
        if (type != null) {
            return type;
        }
        return TELLTALES.stream()
                .filter(sign -> node.get(sign.getKey()) != null)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Shape array(SchemaNode node) {
        JsonValue items = node.get("items");
        List<FieldSpec> first = node.list("prefixItems").stream()
                .map(each -> new FieldSpec("", node.below(each), true))
                .toList();
        if (first.isEmpty() && !(items instanceof JsonObject)) {
            return new Shape.Raw("array");
        }
        SchemaNode item = node.below(items == null ? new JsonObject(Map.of()) : items);
        if (MessageShapes.isMessage(item)) {
            return new Shape.Messages();
        }
        return new Shape.Many(first, new FieldSpec("", item, true), count(node, "minItems", 0), most(node, "maxItems"));
    }

    private static Shape object(SchemaNode node) {
        JsonValue more = node.get("additionalProperties");
        FieldSpec others =
                more instanceof JsonObject object && !object.members().isEmpty()
                        ? new FieldSpec("", node.below(object), true)
                        : null;
        boolean closed = more instanceof JsonBoolean(boolean allowed) && !allowed;
        Map<String, JsonValue> properties = node.map("properties");
        if (properties.isEmpty() && !closed) {
            return others == null ? new Shape.Raw("object") : new Shape.Keyed(others);
        }
        List<JsonValue> required = node.list("required");
        List<FieldSpec> members = new ArrayList<>();
        properties.forEach((name, schema) ->
                members.add(new FieldSpec(name, node.below(schema), required.contains(new JsonString(name)))));
        return new Shape.Group(List.copyOf(members), others);
    }

    private static Shape.Bounds bounds(SchemaNode node) {
        return new Shape.Bounds(
                bound(node, "minimum"),
                bound(node, "exclusiveMinimum"),
                bound(node, "maximum"),
                bound(node, "exclusiveMaximum"),
                bound(node, "multipleOf"));
    }

    private static @Nullable BigDecimal bound(SchemaNode node, String keyword) {
        BigDecimal value = node.get(keyword) instanceof JsonNumber(String literal) ? Numbers.decimal(literal) : null;
        return value == null || value.abs().compareTo(SAFE) >= 0 ? null : value;
    }

    private static int count(SchemaNode node, String keyword, int otherwise) {
        Integer value = most(node, keyword);
        return value == null ? otherwise : value;
    }

    private static @Nullable Integer most(SchemaNode node, String keyword) {
        BigDecimal value = bound(node, keyword);
        if (value == null || value.signum() < 0 || value.compareTo(BigDecimal.valueOf(1L << 30)) >= 0) {
            return null;
        }
        return value.intValue();
    }
}
