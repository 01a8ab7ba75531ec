package dev.threadline.form;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.DefaultDialectRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import dev.threadline.json.Json;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.words.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The check of a whole value against a schema.
///
/// The one class that speaks Jackson's tree model, because the validator does. Never fetches anything: a
/// reference out of the schema makes it unusable. Safe for any thread; the schema is compiled at the first
/// check.
public final class SchemaCheck {
    private static final Words WORDS = Words.of(SchemaCheck.class);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// A schema's faults are told beside the form; the validator's own log would tell them once more, on the console.
    private static final Logger QUIET = Logger.getLogger("com.networknt");

    static {
        QUIET.setLevel(Level.OFF);
    }

    /// Keywords that nobody defined, such as `langgraph_type`, are no reason for a warning.
    private static final List<Dialect> DIALECTS = Stream.of(
                    Dialects.getDraft202012(),
                    Dialects.getDraft201909(),
                    Dialects.getDraft7(),
                    Dialects.getDraft6(),
                    Dialects.getDraft4())
            .map(dialect -> Dialect.builder(dialect)
                    .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                    .build())
            .toList();

    private final JsonValue source;
    private @Nullable Schema compiled;

    SchemaCheck(JsonValue schema) {
        source = schema;
    }

    /// What the schema says against a value, in the order of the validator; one problem for the whole value where the
    /// schema itself can't be used. Takes time on large values: not for the JavaFX thread.
    public List<Problem> problems(JsonValue value) {
        try {
            List<Found> found = schema().validate(node(value)).stream()
                    .map(error -> found(error, value))
                    .toList();
            return Alternatives.settle(found, value);
        } catch (SchemaException | JacksonException | IllegalArgumentException | StackOverflowError e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            String first = reason.lines().findFirst().orElse("");
            return List.of(Problem.plain(
                    JsonPointer.ROOT, "schema", WORDS.text("check.unusable", first), WORDS.text("check.mark")));
        }
    }

    private synchronized Schema schema() {
        Schema known = compiled;
        if (known == null) {
            SchemaRegistry registry = SchemaRegistry.builder()
                    .defaultDialectId(Dialects.getDraft202012().getId())
                    .dialectRegistry(new DefaultDialectRegistry(DIALECTS))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build())
                    .build();
            known = registry.getSchema(Json.write(source), InputFormat.JSON);
            compiled = known;
        }
        return known;
    }

    private static Found found(Error error, JsonValue whole) {
        JsonPointer place = pointer(error.getInstanceLocation());
        String property = error.getProperty();
        boolean ofChild = property != null
                && (error.getKeyword().equals("required") || error.getKeyword().endsWith("Properties"));
        JsonPointer at = ofChild ? place.child(property) : place;
        Objections objections = new Objections(at, whole.at(at));
        return new Found(
                elements(error.getEvaluationPath()),
                place,
                Complaints.problem(error.getKeyword(), text(error), objections, error.getMessage()));
    }

    /// The keyword's value in the schema as text: a number, a pattern, a type, or JSON.
    private static String text(Error error) {
        JsonNode asked = error.getSchemaNode();
        return asked == null ? "" : asked.isString() ? asked.stringValue() : asked.toString();
    }

    private static JsonPointer pointer(NodePath path) {
        return new JsonPointer(elements(path));
    }

    private static List<String> elements(NodePath path) {
        return IntStream.range(0, path.getNameCount())
                .mapToObj(i -> String.valueOf(path.getElement(i)))
                .toList();
    }

    /// One answer of the validator.
    ///
    /// @param path the keywords that led to it
    /// @param place where the judged value stands
    record Found(List<String> path, JsonPointer place, Problem problem) {}

    private static JsonNode node(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                ObjectNode out = NODES.objectNode();
                object.members().forEach((name, member) -> out.set(name, node(member)));
                yield out;
            }
            case JsonArray array -> {
                ArrayNode out = NODES.arrayNode();
                array.items().forEach(item -> out.add(node(item)));
                yield out;
            }
            case JsonString(String text) -> NODES.stringNode(text);
            case JsonBoolean(boolean flag) -> NODES.booleanNode(flag);
            case JsonNumber(String literal) -> number(literal);
            case JsonValue.JsonNull nothing -> NODES.nullNode();
        };
    }

    private static JsonNode number(String literal) {
        BigDecimal exact = Numbers.decimal(literal);
        if (exact == null) {
            return NODES.numberNode(Double.parseDouble(literal.replace("INF", "Infinity")));
        }
        // The validator compares whole decimals as longs and fails on large ones; big integers it compares exactly.
        return Numbers.isWhole(exact) ? NODES.numberNode(exact.toBigIntegerExact()) : NODES.numberNode(exact);
    }
}
