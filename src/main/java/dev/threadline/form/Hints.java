package dev.threadline.form;

import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Words the one-line hints beside labels.
final class Hints {
    private static final Words WORDS = Words.of(Hints.class);

    private Hints() {}

    static String line(FieldSpec spec) {
        String line = kind(spec.shape());
        if (spec.nullable()) {
            line = WORDS.text("hint.or-null", line);
        }
        for (String limit : limits(spec.shape())) {
            line = WORDS.text("hint.limited", line, limit);
        }
        return spec.optional() && spec.defaultValue() == null ? WORDS.text("hint.optional", line) : line;
    }

    /// What a shape is called: `text`, `one of 3`, `list of objects`.
    static String kind(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> WORDS.text("hint.text");
            case Shape.Numeric numeric -> numeric.integer() ? WORDS.text("hint.integer") : WORDS.text("hint.number");
            case Shape.Bool bool -> WORDS.text("hint.boolean");
            case Shape.Choice(List<JsonValue> options) ->
                options.size() == 1
                        ? WORDS.text("hint.only", word(options.getFirst()))
                        : WORDS.text("hint.one-of", Integer.toString(options.size()));
            case Shape.Group group -> WORDS.text("hint.object");
            case Shape.Keyed keyed -> WORDS.text("hint.map", kind(keyed.values().shape()));
            case Shape.Many many ->
                many.first().isEmpty() ? WORDS.text("hint.list", plural(many.item())) : WORDS.text("hint.tuple");
            case Shape.Messages messages -> WORDS.text("hint.chat");
            case Shape.Union(List<FieldSpec> variants) -> union(variants);
            case Shape.Raw(String type) -> type == null ? WORDS.text("hint.any-json") : WORDS.text("hint.json", type);
        };
    }

    private static String plural(FieldSpec item) {
        return switch (item.shape()) {
            case Shape.Text text -> WORDS.text("hint.texts");
            case Shape.Numeric numeric -> numeric.integer() ? WORDS.text("hint.integers") : WORDS.text("hint.numbers");
            case Shape.Bool bool -> WORDS.text("hint.booleans");
            case Shape.Choice choice -> WORDS.text("hint.choices");
            case Shape.Group group -> WORDS.text("hint.objects");
            case Shape.Keyed keyed -> WORDS.text("hint.maps");
            case Shape.Many many -> WORDS.text("hint.lists");
            case Shape.Messages messages -> WORDS.text("hint.chats");
            case Shape.Union union -> WORDS.text("hint.mixed");
            case Shape.Raw raw -> "JSON";
        };
    }

    private static String union(List<FieldSpec> variants) {
        if (variants.size() > 3) {
            return WORDS.text("hint.kinds", Integer.toString(variants.size()));
        }
        return variants.stream()
                .map(Hints::variant)
                .distinct()
                .reduce((one, other) -> WORDS.text("hint.or", one, other))
                .orElse("");
    }

    /// What a variant of a union is called: its title where it is an object, else its kind.
    static String variant(FieldSpec spec) {
        String title = spec.title();
        return spec.shape() instanceof Shape.Group && title != null ? title : kind(spec.shape());
    }

    private static List<String> limits(Shape shape) {
        List<String> limits = new ArrayList<>();
        switch (shape) {
            case Shape.Text text -> {
                if (text.format() != null) {
                    limits.add(text.format());
                }
                range(least(text.min()), whole(text.max()), limits);
            }
            case Shape.Numeric numeric -> bounds(numeric.bounds(), limits);
            case Shape.Many many -> {
                if (many.first().isEmpty()) {
                    Integer max = many.max();
                    range(max == null ? least(many.min()) : BigDecimal.valueOf(many.min()), whole(max), limits);
                }
            }
            default -> {}
        }
        return limits;
    }

    private static void bounds(Shape.Bounds bounds, List<String> limits) {
        range(bounds.min(), bounds.max(), limits);
        if (bounds.above() != null) {
            limits.add(WORDS.text("hint.above", Numbers.plain(bounds.above())));
        }
        if (bounds.below() != null) {
            limits.add(WORDS.text("hint.below", Numbers.plain(bounds.below())));
        }
    }

    private static void range(@Nullable BigDecimal least, @Nullable BigDecimal most, List<String> limits) {
        if (least != null && most != null) {
            String low = Numbers.plain(least);
            String high = Numbers.plain(most);
            limits.add(low.equals(high) ? WORDS.text("hint.exactly", low) : WORDS.text("hint.between", low, high));
        } else if (least != null) {
            limits.add(WORDS.text("hint.least", Numbers.plain(least)));
        } else if (most != null) {
            limits.add(WORDS.text("hint.most", Numbers.plain(most)));
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
