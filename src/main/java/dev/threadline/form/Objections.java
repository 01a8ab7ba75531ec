package dev.threadline.form;

import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.words.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Words what a schema keyword asks for; the fields' own checks and the schema check speak alike through it.
///
/// @param place where the value stands
/// @param value the value, or null where it is missing
record Objections(JsonPointer place, @Nullable JsonValue value) {
    private static final Words WORDS = Words.of(Objections.class);
    private static final int MOST_OPTIONS = 8;

    Problem minimum(BigDecimal bound) {
        String number = Numbers.plain(bound);
        return of(
                "minimum",
                WORDS.text("asked.minimum", number),
                WORDS.text("asked.minimum.mark", number),
                new JsonNumber(number));
    }

    Problem maximum(BigDecimal bound) {
        String number = Numbers.plain(bound);
        return of(
                "maximum",
                WORDS.text("asked.maximum", number),
                WORDS.text("asked.maximum.mark", number),
                new JsonNumber(number));
    }

    Problem above(BigDecimal bound) {
        String number = Numbers.plain(bound);
        return of("exclusiveMinimum", WORDS.text("asked.above", number), WORDS.text("asked.above.mark", number), null);
    }

    Problem below(BigDecimal bound) {
        String number = Numbers.plain(bound);
        return of("exclusiveMaximum", WORDS.text("asked.below", number), WORDS.text("asked.below.mark", number), null);
    }

    Problem multiple(String step) {
        return of("multipleOf", WORDS.text("asked.multiple", step), WORDS.text("asked.multiple.mark", step), null);
    }

    Problem shortest(long length) {
        return of(
                "minLength",
                WORDS.text("asked.shortest", length, Long.toString(length)),
                WORDS.text("asked.shortest.mark", Long.toString(length)),
                null);
    }

    Problem longest(long length) {
        return of(
                "maxLength",
                WORDS.text("asked.longest", length, Long.toString(length)),
                WORDS.text("asked.longest.mark", Long.toString(length)),
                null);
    }

    Problem fewest(long size) {
        return of(
                "minItems",
                WORDS.text("asked.fewest", size, Long.toString(size)),
                WORDS.text("asked.fewest.mark", Long.toString(size)),
                null);
    }

    Problem most(long size) {
        return of(
                "maxItems",
                WORDS.text("asked.most", size, Long.toString(size)),
                WORDS.text("asked.most.mark", Long.toString(size)),
                null);
    }

    Problem pattern(String pattern) {
        return of("pattern", WORDS.text("asked.pattern", pattern), WORDS.text("asked.pattern.mark"), null);
    }

    Problem format(String format) {
        return of("format", WORDS.text("asked.format", format), format, null);
    }

    Problem type(String kind) {
        return of("type", kind, WORDS.text("asked.type.mark"), null);
    }

    Problem options(List<JsonValue> options) {
        String names = options.stream().limit(MOST_OPTIONS).map(Hints::word).collect(Collectors.joining(", "));
        int more = options.size() - MOST_OPTIONS;
        String asked = options.size() == 1
                ? WORDS.text("asked.only", names)
                : more > 0
                        ? WORDS.text("asked.one-of.more", names, Integer.toString(more))
                        : WORDS.text("asked.one-of", names);
        return of(
                "enum",
                asked,
                WORDS.text("asked.one-of.mark", Integer.toString(options.size())),
                options.isEmpty() ? null : options.getFirst());
    }

    Problem required() {
        return new Problem(
                place,
                "required",
                WORDS.text("asked.required"),
                WORDS.text("asked.required.mark"),
                WORDS.text("asked.required.sentence", Problem.path(place)),
                null);
    }

    Problem unknown() {
        return new Problem(
                place,
                "additionalProperties",
                WORDS.text("asked.unknown"),
                WORDS.text("asked.unknown.mark"),
                WORDS.text("asked.unknown.sentence", Problem.path(place)),
                null);
    }

    Problem noVariant(int variants) {
        return of(
                "anyOf",
                WORDS.text("asked.no-variant", Integer.toString(variants)),
                WORDS.text("asked.no-variant.mark"),
                null);
    }

    Problem of(String keyword, String asked, String mark, @Nullable JsonValue fix) {
        return Problem.of(place, value, keyword, asked, mark, fix);
    }
}
