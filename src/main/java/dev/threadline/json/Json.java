package dev.threadline.json;

import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.words.Words;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Reads and writes JSON text; total on length, numbers never rounded.
///
/// What is nested deeper than [#DEEPEST] levels is no JSON here: trees are walked by recursion, as everywhere.
/// Safe for any thread. `NaN` and `Infinity`, which Python servers can send, are read as numbers with that literal.
public final class Json {
    private static final Words WORDS = Words.of(Json.class);
    /// How many objects and arrays may stand within each other.
    static final int DEEPEST = 500;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private Json() {}

    /// The value of a whole text.
    ///
    /// @throws JsonFailure where the text is not exactly one JSON value
    public static JsonValue parse(String text) throws JsonFailure {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return whole(parser, text);
        }
    }

    private static JsonValue whole(JsonParser parser, String text) throws JsonFailure {
        try {
            if (parser.nextToken() == null) {
                throw new JsonFailure(WORDS.text("json.empty"), 1, 1);
            }
            JsonValue value = read(parser);
            if (parser.nextToken() != null) {
                throw failure(parser.currentTokenLocation(), JsonFault.Around.NOTHING, text);
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw new JsonFailure(WORDS.text("json.deep", DEEPEST), 1, 1);
        } catch (JacksonException e) {
            throw failure(e.getLocation(), around(parser), text);
        }
    }

    private static JsonValue read(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, read(parser));
                }
                yield new JsonObject(Collections.unmodifiableMap(members));
            }
            case START_ARRAY -> {
                List<JsonValue> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser));
                }
                yield new JsonArray(Collections.unmodifiableList(items));
            }
            case VALUE_STRING -> new JsonString(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getString());
            case VALUE_TRUE -> new JsonBoolean(true);
            case VALUE_FALSE -> new JsonBoolean(false);
            default -> JsonValue.JsonNull.NULL;
        };
    }

    /// The value as one line of text.
    public static String write(JsonValue value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            write(value, generator);
        }
        return out.toString();
    }

    /// The value indented by two spaces, a line feed between lines.
    public static String pretty(JsonValue value) {
        StringWriter out = new StringWriter();
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter()
                        .withArrayIndenter(new DefaultIndenter("  ", "\n"))
                        .withObjectIndenter(new DefaultIndenter("  ", "\n"));
            }
        };
        try (JsonGenerator generator = FACTORY.createGenerator(context, out)) {
            write(value, generator);
        }
        return out.toString().replace("\" : ", "\": ");
    }

    private static void write(JsonValue value, JsonGenerator out) {
        switch (value) {
            case JsonObject object -> {
                out.writeStartObject();
                object.members().forEach((name, member) -> {
                    out.writeName(name);
                    write(member, out);
                });
                out.writeEndObject();
            }
            case JsonArray array -> {
                out.writeStartArray();
                array.items().forEach(item -> write(item, out));
                out.writeEndArray();
            }
            case JsonString string -> out.writeString(string.value());
            case JsonNumber number -> out.writeRawValue(number.literal());
            case JsonBoolean bool -> out.writeBoolean(bool.value());
            case JsonValue.JsonNull nothing -> out.writeNull();
        }
    }

    private static JsonFault.Around around(JsonParser parser) {
        var open = parser.streamReadContext();
        return open.inObject()
                ? JsonFault.Around.OBJECT
                : open.inArray() ? JsonFault.Around.ARRAY : JsonFault.Around.NOTHING;
    }

    private static JsonFailure failure(@Nullable TokenStreamLocation place, JsonFault.Around around, String text) {
        int line = place == null ? 1 : Math.max(1, place.getLineNr());
        int column = place == null ? 1 : Math.max(1, place.getColumnNr());
        int at = place == null ? 0 : Math.clamp(place.getCharOffset(), 0, text.length());
        String reason = JsonFault.reason(text, at, around);
        String where = WORDS.text("json.where", Integer.toString(line), Integer.toString(column));
        return new JsonFailure(reason.isEmpty() ? where : WORDS.text("json.reason", where, reason), line, column);
    }
}
