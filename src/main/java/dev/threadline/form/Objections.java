package dev.threadline.form;

import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words what a schema keyword asks for; the fields' own checks and the schema check speak alike through it.
///
/// @param place where the value stands
/// @param value the value, or null where it is missing
record Objections(JsonPointer place, @Nullable JsonValue value) {
    private static final int MOST_OPTIONS = 8;

    Problem minimum(BigDecimal bound) {
        String number = Numbers.plain(bound);
        return of("minimum", number + " or more", "minimum " + number, new JsonNumber(number));
    }

    Problem maximum(BigDecimal bound) {
        String number = Numbers.plain(bound);
        return of("maximum", number + " or less", "maximum " + number, new JsonNumber(number));
    }

    Problem above(BigDecimal bound) {
        String number = Numbers.plain(bound);
        return of("exclusiveMinimum", "more than " + number, "above " + number, null);
    }

    Problem below(BigDecimal bound) {
        String number = Numbers.plain(bound);
        return of("exclusiveMaximum", "less than " + number, "below " + number, null);
    }

    Problem multiple(String step) {
        return of("multipleOf", "a multiple of " + step, "multiple of " + step, null);
    }

    Problem shortest(long length) {
        return of("minLength", count(length, "character") + " or more", "shortest " + length, null);
    }

    Problem longest(long length) {
        return of("maxLength", count(length, "character") + " or fewer", "longest " + length, null);
    }

    Problem fewest(long size) {
        return of("minItems", count(size, "item") + " or more", "fewest " + size, null);
    }

    Problem most(long size) {
        return of("maxItems", count(size, "item") + " or fewer", "most " + size, null);
    }

    Problem pattern(String pattern) {
        return of("pattern", "a text that matches " + pattern, "pattern", null);
    }

    Problem format(String format) {
        return of("format", "a text in the format " + format, format, null);
    }

    Problem type(String kind) {
        return of("type", kind, "type", null);
    }

    Problem options(List<JsonValue> options) {
        String names = options.stream().limit(MOST_OPTIONS).map(Hints::word).collect(Collectors.joining(", "));
        String more = options.size() > MOST_OPTIONS ? " and " + (options.size() - MOST_OPTIONS) + " more" : "";
        String asked = options.size() == 1 ? "only " + names : "one of " + names + more;
        return of("enum", asked, "not one of " + options.size(), options.isEmpty() ? null : options.getFirst());
    }

    Problem required() {
        return new Problem(
                place,
                "required",
                "The schema requires this.",
                "missing",
                Problem.path(place) + " is missing, the schema requires it.",
                null);
    }

    Problem unknown() {
        return new Problem(
                place,
                "additionalProperties",
                "The schema does not know this key.",
                "not in the schema",
                "The schema does not know " + Problem.path(place) + ".",
                null);
    }

    Problem noVariant(int variants) {
        return of("anyOf", "one of " + variants + " kinds, and this is none of them", "no kind fits", null);
    }

    Problem of(String keyword, String asked, String mark, @Nullable JsonValue fix) {
        return Problem.of(place, value, keyword, asked, mark, fix);
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
