package dev.threadline.form;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.List;

/// Judges which variant of a union a value belongs to, by its kind and its fixed members.
final class Fit {
    private Fit() {}

    /// The first variant that fits wholly, else the first of the same kind, else the last.
    static int best(List<FieldSpec> variants, JsonValue value) {
        for (int i = 0; i < variants.size(); i++) {
            if (fits(variants.get(i), value)) {
                return i;
            }
        }
        for (int i = 0; i < variants.size(); i++) {
            if (sameKind(variants.get(i).shape(), value)) {
                return i;
            }
        }
        return variants.size() - 1;
    }

    /// Whether a value and all within it are of the kinds a spec asks for.
    static boolean fits(FieldSpec spec, JsonValue value) {
        if (value == JsonValue.JsonNull.NULL && spec.nullable()) {
            return true;
        }
        Shape shape = spec.shape();
        if (!sameKind(shape, value)) {
            return false;
        }
        return switch (shape) {
            case Shape.Group group -> value instanceof JsonObject object && group(group, object);
            case Shape.Keyed keyed ->
                value instanceof JsonObject object
                        && object.members().values().stream().allMatch(each -> fits(keyed.values(), each));
            case Shape.Many many -> value instanceof JsonArray array && many(many, array.items());
            default -> true;
        };
    }

    private static boolean group(Shape.Group group, JsonObject object) {
        for (FieldSpec member : group.members()) {
            JsonValue value = object.get(member.label());
            boolean right = value == null ? member.optional() : fits(member, value);
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private static boolean many(Shape.Many many, List<JsonValue> items) {
        for (int i = 0; i < items.size(); i++) {
            if (!fits(many.at(i), items.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameKind(Shape shape, JsonValue value) {
        return switch (shape) {
            case Shape.Text text -> value instanceof JsonString;
            case Shape.Numeric numeric ->
                value instanceof JsonNumber(String literal) && (!numeric.integer() || isWhole(literal));
            case Shape.Bool bool -> value instanceof JsonBoolean;
            case Shape.Choice choice -> choice.options().contains(value);
            case Shape.Group group -> value instanceof JsonObject;
            case Shape.Keyed keyed -> value instanceof JsonObject;
            case Shape.Many many -> value instanceof JsonArray;
            case Shape.Messages messages -> value instanceof JsonArray;
            case Shape.Union union -> union.variants().stream().anyMatch(each -> fits(each, value));
            case Shape.Raw raw -> raw.type() == null || raw.type().equals(kind(value));
        };
    }

    private static boolean isWhole(String literal) {
        BigDecimal exact = Numbers.decimal(literal);
        return exact != null && Numbers.isWhole(exact);
    }

    private static String kind(JsonValue value) {
        return value instanceof JsonObject ? "object" : value instanceof JsonArray ? "array" : "";
    }
}
