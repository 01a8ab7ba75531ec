package dev.threadline.form;

import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words the one-line hints beside labels.
final class Hints {
    private Hints() {}

    static String line(FieldSpec spec) {
        StringBuilder out = new StringBuilder(kind(spec.shape()));
        if (spec.nullable()) {
            out.append(" or null");
        }
        range(spec.shape(), out);
        if (spec.optional() && spec.defaultValue() == null) {
            out.append(", optional");
        }
        return out.toString();
    }

    /// What a shape is called: `text`, `one of 3`, `list of objects`.
    static String kind(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> "text";
            case Shape.Numeric numeric -> numeric.integer() ? "integer" : "number";
            case Shape.Bool bool -> "boolean";
            case Shape.Choice(List<JsonValue> options) ->
                options.size() == 1 ? "only " + word(options.getFirst()) : "one of " + options.size();
            case Shape.Group group -> "object";
            case Shape.Keyed keyed -> "map to " + kind(keyed.values().shape());
            case Shape.Many many -> many.first().isEmpty() ? "list of " + plural(many.item()) : "tuple";
            case Shape.Messages messages -> "chat messages";
            case Shape.Union(List<FieldSpec> variants) -> union(variants);
            case Shape.Raw(String type) -> type == null ? "any JSON" : "JSON " + type;
        };
    }

    private static String plural(FieldSpec item) {
        return switch (item.shape()) {
            case Shape.Text text -> "text";
            case Shape.Numeric numeric -> numeric.integer() ? "integers" : "numbers";
            case Shape.Bool bool -> "booleans";
            case Shape.Choice choice -> "choices";
            case Shape.Group group -> "objects";
            case Shape.Keyed keyed -> "maps";
            case Shape.Many many -> "lists";
            case Shape.Messages messages -> "chats";
            case Shape.Union union -> "mixed values";
            case Shape.Raw raw -> "JSON";
        };
    }

    private static String union(List<FieldSpec> variants) {
        if (variants.size() > 3) {
            return "one of " + variants.size() + " kinds";
        }
        return variants.stream().map(Hints::variant).distinct().collect(Collectors.joining(" or "));
    }

    /// What a variant of a union is called: its title where it is an object, else its kind.
    static String variant(FieldSpec spec) {
        String title = spec.title();
        return spec.shape() instanceof Shape.Group && title != null ? title : kind(spec.shape());
    }

    private static void range(Shape shape, StringBuilder out) {
        switch (shape) {
            case Shape.Text text -> {
                if (text.format() != null) {
                    out.append(", ").append(text.format());
                }
                range(least(text.min()), whole(text.max()), out);
            }
            case Shape.Numeric numeric -> bounds(numeric.bounds(), out);
            case Shape.Many many -> {
                if (many.first().isEmpty()) {
                    Integer max = many.max();
                    range(max == null ? least(many.min()) : BigDecimal.valueOf(many.min()), whole(max), out);
                }
            }
            default -> {}
        }
    }

    private static void bounds(Shape.Bounds bounds, StringBuilder out) {
        range(bounds.min(), bounds.max(), out);
        if (bounds.above() != null) {
            out.append(", above ").append(Numbers.plain(bounds.above()));
        }
        if (bounds.below() != null) {
            out.append(", below ").append(Numbers.plain(bounds.below()));
        }
    }

    private static void range(@Nullable BigDecimal least, @Nullable BigDecimal most, StringBuilder out) {
        if (least != null && most != null) {
            String low = Numbers.plain(least);
            String high = Numbers.plain(most);
            out.append(", ").append(low.equals(high) ? "exactly " + low : low + " to " + high);
        } else if (least != null) {
            out.append(", ").append(Numbers.plain(least)).append(" or more");
        } else if (most != null) {
            out.append(", up to ").append(Numbers.plain(most));
        }
    }

    private static @Nullable BigDecimal least(int min) {
        return min == 0 ? null : BigDecimal.valueOf(min);
    }

    private static @Nullable BigDecimal whole(@Nullable Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    /// A value as a word: texts bare, everything else as JSON.
    static String word(JsonValue value) {
        return value instanceof JsonString(String text) ? text : Json.write(value);
    }
}
