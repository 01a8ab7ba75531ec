package dev.threadline.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordedSchemasTest {
    static Stream<Map.Entry<String, JsonValue>> schemas() {
        return Stream.concat(
                Schemas.recorded().entrySet().stream(),
                Stream.of("typed", "pyd", "msgs").map(name -> Map.entry("python " + name, Schemas.python(name))));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aFreshFormHoldsAValueTheSchemaAccepts(Map.Entry<String, JsonValue> schema) {
        FormModel form = FormModel.of(schema.getValue());
        check(form);
        List<String> expected = schema.getKey().equals("python pyd")
                ? List.of("t.name is \"\", the schema asks for 1 character or more.")
                : List.of();
        assertThat(form.problems()).extracting(Problem::sentence).isEqualTo(expected);
        assertThat(form.root().changed()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aFormReadsItsOwnText(Map.Entry<String, JsonValue> schema) {
        FormModel form = FormModel.of(schema.getValue());
        JsonValue before = form.value();
        assertThat(form.read(form.json())).isNull();
        assertThat(form.value()).isEqualTo(before);
        assertThat(form.root().changed()).isFalse();
    }

    @Test
    void jokeReadsAsInThePicture() {
        FormModel form = FormModel.of(Schemas.js("joke", "input_schema"));
        open(form, "/audience");
        assertThat(hints(form.root()))
                .containsExactly(
                        "/topic text, 1 to 80",
                        "/tone one of 3",
                        "/max_words integer, 3 to 60",
                        "/family_friendly boolean",
                        "/audience object, optional",
                        "/audience/language one of 3",
                        "/audience/age integer, 4 to 120, optional",
                        "/audience/interests list of text, 0 to 5");
        assertThat(field(form, "/topic").spec().description()).isEqualTo("What the joke is about.");
    }

    @Test
    void otherGraphsHints() {
        FormModel tools = FormModel.of(Schemas.js("tools", "input_schema"));
        assertThat(hints(tools.root()))
                .containsExactly("/messages chat messages, optional", "/options object, optional");
        FormModel approval = FormModel.of(Schemas.js("approval", "input_schema"));
        open(approval, "/request");
        assertThat(hints(approval.root()))
                .contains(
                        "/request/items list of objects, 1 or more",
                        "/request/items/0/quantity integer, 1 or more",
                        "/request/items/0/unit_price number, 0 or more");
        assertThat(hints(FormModel.of(Schemas.js("supervisor", "input_schema")).root()))
                .contains("/teams list of choices, 1 or more", "/teams/0 one of 2");
    }

    @Test
    void pythonHints() {
        assertThat(hints(FormModel.of(Schemas.python("typed")).root()))
                .containsExactly(
                        "/topic text",
                        "/tone one of 2, optional",
                        "/audience object or null",
                        "/x integer or text",
                        "/x integer",
                        "/tags list of text",
                        "/extra map to integer",
                        "/anyx any JSON");
        assertThat(hints(FormModel.of(Schemas.python("pyd")).root()))
                .contains(
                        "/t/children list of objects",
                        "/n integer or null, 2 or more",
                        "/tup tuple",
                        "/tup/1 text",
                        "/messages chat messages");
    }

    @Test
    void aSchemaMayContainItself() {
        FormModel form = FormModel.of(Schemas.python("pyd"));
        FormList children = (FormList) field(form, "/t/children");
        children.add();
        FormList deeper = (FormList) field(form, "/t/children/0/children");
        deeper.add();
        ((FormText) field(form, "/t/children/0/children/0/name")).type("leaf");
        assertThat(form.value().at(JsonPointer.parse("/t/children/0")))
                .isEqualTo(Schemas.json("{'name':'','children':[{'name':'leaf','children':[]}]}"));
    }

    private static List<String> hints(FormField field) {
        List<String> lines = new ArrayList<>();
        if (field instanceof FormContainer container) {
            for (FormField child : container.children()) {
                lines.add(child.pointer() + " " + child.spec().hint());
                lines.addAll(hints(child));
            }
        }
        return lines;
    }

    static void open(FormModel form, String place) {
        ((FormContainer) field(form, place)).turn(true);
    }

    static FormField field(FormModel form, String place) {
        FormField field = form.at(JsonPointer.parse(place));
        assertThat(field).as(place).isNotNull();
        return field;
    }

    static void check(FormModel form) {
        form.accept(form.version(), form.schemaCheck().problems(form.value()));
    }
}
