package dev.threadline.form;

import dev.threadline.json.Json;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.words.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something the schema says against a value; the value can be sent all the same.
///
/// @param place where the value stands in the whole
/// @param keyword the keyword of the schema that objects, such as `minimum`
/// @param text one sentence for below the field: `4 or more.`
/// @param mark a few words for the margin of the JSON text: `minimum 4`
/// @param sentence one sentence that names place and value: `audience.age is 3, the schema asks for 4 or more.`
/// @param fix a value that would satisfy the schema, or null where none is known
public record Problem(
        JsonPointer place,
        String keyword,
        String text,
        String mark,
        String sentence,
        @Nullable JsonValue fix) {
    private static final Words WORDS = Words.of(Problem.class);
    private static final int LONGEST_VALUE = 40;

    /// A problem of a value, from words on what would be right.
    ///
    /// @param asked what the schema asks for, in lower case and without a full stop: `4 or more`
    static Problem of(
            JsonPointer place,
            @Nullable JsonValue value,
            String keyword,
            String asked,
            String mark,
            @Nullable JsonValue fix) {
        String sentence = value == null
                ? WORDS.text("problem.missing", path(place), asked)
                : WORDS.text("problem.wrong", path(place), brief(value), asked);
        return new Problem(place, keyword, WORDS.text("problem.text", capital(asked)), mark, sentence, fix);
    }

    /// A problem in its own words.
    static Problem plain(JsonPointer place, String keyword, String text, String mark) {
        return new Problem(place, keyword, text, mark, WORDS.text("problem.plain", path(place), text), null);
    }

    /// The place as people write it: `audience.interests[2]`; the whole value is `The input`.
    static String path(JsonPointer place) {
        StringBuilder out = new StringBuilder();
        for (String token : place.tokens()) {
            if (!token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9')) {
                out.append('[').append(token).append(']');
            } else {
                out.append(out.isEmpty() ? "" : ".").append(token);
            }
        }
        return out.isEmpty() ? WORDS.text("problem.value") : out.toString();
    }

    private static String brief(JsonValue value) {
        return switch (value) {
            case JsonValue.JsonObject object -> WORDS.text("complaint.object");
            case JsonValue.JsonArray array ->
                WORDS.text("problem.list", Integer.toString(array.items().size()));
            default -> {
                String text = Json.write(value);
                yield text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
            }
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
