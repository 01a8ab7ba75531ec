package dev.threadline.form;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the plainest value for a field that must be there and has no default.
final class Seeds {
    /// A schema that requires itself has no finite value; the seed stops here.
    private static final int DEEPEST = 24;

    private Seeds() {}

    /// The default, else `null` where allowed, else the plainest value of the shape.
    static JsonValue of(FieldSpec spec) {
        return of(spec, 0);
    }

    /// The plainest value of the shape, which is not `null` where that can be helped.
    static JsonValue ofShape(FieldSpec spec) {
        JsonValue given = spec.defaultValue();
        return given == null || given == JsonValue.JsonNull.NULL ? ofShape(spec.shape(), 0) : given;
    }

    private static JsonValue of(FieldSpec spec, int depth) {
        JsonValue given = spec.defaultValue();
        if (given != null) {
            return given;
        }
        return spec.nullable() || depth > DEEPEST ? JsonValue.JsonNull.NULL : ofShape(spec.shape(), depth);
    }

    private static JsonValue ofShape(Shape shape, int depth) {
        return switch (shape) {
            case Shape.Text text -> new JsonString("");
            case Shape.Numeric numeric -> new JsonNumber(Numbers.plain(nearest(BigDecimal.ZERO, numeric)));
            case Shape.Bool bool -> new JsonBoolean(false);
            case Shape.Choice choice -> choice.options().getFirst();
            case Shape.Group group -> group(group, depth);
            case Shape.Keyed keyed -> new JsonObject(Map.of());
            case Shape.Many many -> many(many, depth);
            case Shape.Messages messages -> new JsonArray(List.of());
            case Shape.Union union -> of(union.variants().getFirst(), depth + 1);
            case Shape.Raw raw -> raw(raw.type());
        };
    }

    private static JsonValue raw(@Nullable String type) {
        if ("array".equals(type)) {
            return new JsonArray(List.of());
        }
        return "object".equals(type) ? new JsonObject(Map.of()) : JsonValue.JsonNull.NULL;
    }

    private static JsonValue group(Shape.Group group, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (FieldSpec member : group.members()) {
            JsonValue given = member.defaultValue();
            if (given != null) {
                members.put(member.label(), given);
            } else if (!member.optional()) {
                members.put(member.label(), of(member, depth + 1));
            }
        }
        return new JsonObject(members);
    }

    private static JsonValue many(Shape.Many many, int depth) {
        List<JsonValue> items = new ArrayList<>();
        int least = depth > DEEPEST ? 0 : Math.min(many.min(), 100);
        for (int i = 0; i < least; i++) {
            items.add(of(many.at(i), depth + 1));
        }
        return new JsonArray(items);
    }

    /// The allowed number nearest to the wanted one.
    static BigDecimal nearest(BigDecimal wanted, Shape.Numeric shape) {
        Shape.Bounds bounds = shape.bounds();
        BigDecimal value = wanted;
        if (bounds.max() != null && value.compareTo(bounds.max()) > 0) {
            value = shape.integer() ? Numbers.whole(bounds.max(), RoundingMode.FLOOR) : bounds.max();
        }
        if (bounds.below() != null && value.compareTo(bounds.below()) >= 0) {
            value = beside(bounds.below(), shape.integer(), -1);
        }
        if (bounds.min() != null && value.compareTo(bounds.min()) < 0) {
            value = shape.integer() ? Numbers.whole(bounds.min(), RoundingMode.CEILING) : bounds.min();
        }
        if (bounds.above() != null && value.compareTo(bounds.above()) <= 0) {
            value = beside(bounds.above(), shape.integer(), 1);
        }
        return value;
    }

    private static BigDecimal beside(BigDecimal bound, boolean integer, int direction) {
        if (!integer) {
            return bound.add(new BigDecimal(direction).movePointLeft(Math.max(1, bound.scale())));
        }
        RoundingMode inward = direction > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING;
        return Numbers.whole(bound, inward).add(BigDecimal.valueOf(direction));
    }
}
