package dev.threadline.form;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.words.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/// Turns a validator's answer into the form's own words, keyword by keyword.
final class Complaints {
    private static final Words WORDS = Words.of(Complaints.class);

    private Complaints() {}

    /// The problem of a keyword.
    ///
    /// @param asked the keyword's value in the schema, texts bare
    /// @param message the validator's own words, for keywords that have none of ours
    static Problem problem(String keyword, String asked, Objections of, String message) {
        return switch (keyword) {
            case "minimum" -> number(asked, of, message, of::minimum);
            case "maximum" -> number(asked, of, message, of::maximum);
            case "exclusiveMinimum" -> number(asked, of, message, of::above);
            case "exclusiveMaximum" -> number(asked, of, message, of::below);
            case "multipleOf" -> of.multiple(asked);
            case "minLength" -> number(asked, of, message, n -> of.shortest(n.longValue()));
            case "maxLength" -> number(asked, of, message, n -> of.longest(n.longValue()));
            case "minItems" -> number(asked, of, message, n -> of.fewest(n.longValue()));
            case "maxItems" -> number(asked, of, message, n -> of.most(n.longValue()));
            case "uniqueItems" ->
                of.of("uniqueItems", WORDS.text("complaint.twice"), WORDS.text("complaint.twice.mark"), null);
            case "pattern" -> of.pattern(asked);
            case "format" -> of.format(asked);
            case "type" -> of.type(type(asked));
            case "enum" -> of.options(options(asked));
            case "const" -> of.options(List.of(parsed(asked)));
            case "required" -> of.required();
            case "additionalProperties", "unevaluatedProperties" -> of.unknown();
            default -> Problem.plain(of.place(), keyword, sentence(message), keyword);
        };
    }

    private static Problem number(String asked, Objections of, String message, Function<BigDecimal, Problem> words) {
        BigDecimal bound = Numbers.decimal(asked);
        return bound == null ? Problem.plain(of.place(), "bound", sentence(message), asked) : words.apply(bound);
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    private static List<JsonValue> options(String asked) {
        return parsed(asked) instanceof JsonArray(List<JsonValue> items) ? items : List.of();
    }

    private static JsonValue parsed(String asked) {
        try {
            return Json.parse(asked);
        } catch (JsonFailure e) {
            return new JsonValue.JsonString(asked);
        }
    }

    private static String type(String asked) {
        return switch (asked) {
            case "string" -> WORDS.text("complaint.text");
            case "integer" -> WORDS.text("complaint.integer");
            case "number" -> WORDS.text("complaint.number");
            case "boolean" -> WORDS.text("complaint.boolean");
            case "array" -> WORDS.text("complaint.list");
            case "object" -> WORDS.text("complaint.object");
            case "null" -> "null";
            default -> WORDS.text("complaint.types", asked);
        };
    }
}
