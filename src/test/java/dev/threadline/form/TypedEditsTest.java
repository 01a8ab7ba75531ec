package dev.threadline.form;

import static dev.threadline.form.RecordedSchemasTest.check;
import static dev.threadline.form.RecordedSchemasTest.field;
import static dev.threadline.form.RecordedSchemasTest.open;
import static dev.threadline.form.Schemas.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedEditsTest {
    private final FormModel joke = FormModel.of(Schemas.js("joke", "input_schema"));

    @Test
    void whatIsTypedBecomesTheValue() {
        ((FormText) field(joke, "/topic")).type("umbrellas");
        ((FormNumber) field(joke, "/max_words")).type("12.0");
        ((FormBoolean) field(joke, "/family_friendly")).turn(false);
        ((FormChoice) field(joke, "/tone")).choose(0);
        open(joke, "/audience");
        ((FormNumber) field(joke, "/audience/age")).type("3");
        ((FormList) field(joke, "/audience/interests")).add(new JsonValue.JsonString("cats"));
        assertThat(joke.value())
                .isEqualTo(json("{'topic':'umbrellas','tone':'dry','max_words':12.0,'family_friendly':false,"
                        + "'audience':{'language':'en','age':3,'interests':['cats']}}"));
        assertThat(joke.problems()).extracting(Problem::text).containsExactly("4 or more.");
    }

    @Test
    void problemsAreWordedForFieldMarginAndBanner() {
        open(joke, "/audience");
        FormNumber age = (FormNumber) field(joke, "/audience/age");
        age.type("3");
        check(joke);
        assertThat(joke.problems())
                .containsExactly(new Problem(
                        JsonPointer.parse("/audience/age"),
                        "minimum",
                        "4 or more.",
                        "minimum 4",
                        "audience.age is 3, the schema asks for 4 or more.",
                        new JsonValue.JsonNumber("4")));
        age.type("121");
        assertThat(joke.problems()).extracting(Problem::text).containsExactly("120 or less.");
        age.type("4.5");
        assertThat(joke.problems()).extracting(Problem::text).containsExactly("A whole number.");
        age.type("four");
        check(joke);
        assertThat(joke.problems())
                .extracting(Problem::sentence)
                .containsExactly("audience.age is \"four\", the schema asks for a whole number.");
        assertThat(joke.value().at(age.pointer())).isEqualTo(json("'four'"));
        assertThat(age.text()).isEqualTo("four");
    }

    @Test
    void anEmptiedFieldIsLeftOutWhereItMayBe() {
        open(joke, "/audience");
        FormNumber age = (FormNumber) field(joke, "/audience/age");
        age.type("30");
        assertThat(age.changed()).isTrue();
        age.type("");
        assertThat(age.present()).isFalse();
        assertThat(age.changed()).isFalse();
        FormText topic = (FormText) field(joke, "/topic");
        topic.type("");
        check(joke);
        assertThat(joke.problems()).extracting(Problem::text).containsExactly("1 character or more.");
        topic.reset();
        assertThat(topic.text()).isEqualTo("ice cream");
    }

    @Test
    void anEmptiedNullableFieldIsNull() {
        FormModel form = FormModel.of(Schemas.python("pyd"));
        FormNumber n = (FormNumber) field(form, "/n");
        n.type("1");
        check(form);
        assertThat(form.problems()).extracting(Problem::sentence).contains("n is 1, the schema asks for 2 or more.");
        n.type("");
        assertThat(form.value().at(n.pointer())).isEqualTo(JsonValue.JsonNull.NULL);
    }

    @Test
    void anObjectSwitchedOffAndOnKeepsWhatItHeld() {
        FormObject audience = (FormObject) field(joke, "/audience");
        assertThat(audience.open()).isFalse();
        audience.turn(true);
        ((FormNumber) field(joke, "/audience/age")).type("9");
        audience.turn(false);
        assertThat(joke.value().at(audience.pointer())).isNull();
        audience.turn(true);
        assertThat(joke.value().at(JsonPointer.parse("/audience/age"))).isEqualTo(json("9"));
    }

    @Test
    void stepsStayWithinTheBounds() {
        FormNumber words = (FormNumber) field(joke, "/max_words");
        words.type("59");
        words.step(1);
        assertThat(words.text()).isEqualTo("60");
        assertThat(words.canStep(1)).isFalse();
        words.step(1);
        assertThat(words.text()).isEqualTo("60");
        words.step(-100);
        assertThat(words.text()).isEqualTo("3");
        assertThat(words.canStep(-1)).isFalse();
    }

    @Test
    void listItemsAreAddedMovedAndRemoved() {
        FormModel form = FormModel.of(Schemas.js("supervisor", "input_schema"));
        FormList teams = (FormList) field(form, "/teams");
        FormField added = teams.add();
        teams.move(added, -2);
        assertThat(teams.value()).isEqualTo(json("['research','research','writing']"));
        ((FormChoice) added).choose(1);
        assertThat(added.pointer()).hasToString("/teams/0");
        teams.remove(added);
        assertThat(teams.changed()).isFalse();
    }

    @Test
    void chatMessagesKeepWhatTheyAlsoHold() {
        FormModel form = FormModel.of(Schemas.js("tools", "input_schema"));
        FormMessages messages = (FormMessages) field(form, "/messages");
        assertThat(messages.present()).isFalse();
        messages.add("user", "Hello");
        assertThat(messages.value()).isEqualTo(json("[{'role':'user','content':'Hello'}]"));
        form.write(json(
                "{'messages':[{'type':'human','content':'a','id':'7'},['human','b'],{'role':'user','content':[]}]}"));
        FormMessage first = messages.messages().getFirst();
        first.role("ai");
        first.content("c");
        assertThat(first.otherKeys()).containsExactly("id");
        assertThat(messages.messages()).extracting(FormMessage::asJson).containsExactly(false, true, true);
        assertThat(messages.value())
                .isEqualTo(json("[{'type':'ai','content':'c','id':'7'},['human','b'],{'role':'user','content':[]}]"));
        messages.messages().get(1).typeJson("{");
        assertThat(form.problems()).extracting(Problem::keyword).containsExactly("json");
    }

    @Test
    void malformedTextLeavesTheFormAndNamesThePlace() {
        JsonValue before = joke.value();
        TextProblem problem = joke.read("{\n  \"topic\": umbrella\n}");
        assertThat(problem).isNotNull();
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.text())
                .isEqualTo("Not JSON from line 2, column 12 on. Names and texts stand in double quotes.");
        assertThat(joke.value()).isEqualTo(before);
        assertThat(joke.version()).isZero();
    }

    @Test
    void unknownKeysAreKeptAndNamed() {
        joke.write(json("{'topic':'tea','mood':{'a':[1]}}"));
        check(joke);
        assertThat(joke.value()).isEqualTo(json("{'topic':'tea','mood':{'a':[1]}}"));
        assertThat(joke.problems()).extracting(Problem::sentence).containsExactly("The schema does not know mood.");
        FormObject root = (FormObject) joke.root();
        assertThat(root.extras()).extracting(FormField::key).containsExactly("mood");
        root.removeExtra(root.extras().getFirst());
        assertThat(joke.value()).isEqualTo(json("{'topic':'tea'}"));
    }

    @Test
    void aMissingSchemaGivesOneRawField() {
        FormModel form = FormModel.of(null);
        assertThat(form.value()).isEqualTo(json("{}"));
        ((FormRaw) form.root()).type("{\"a\":1}");
        assertThat(form.value()).isEqualTo(json("{'a':1}"));
        ((FormRaw) form.root()).type("{\"a\":");
        assertThat(form.value()).isEqualTo(json("{'a':1}"));
        assertThat(((FormRaw) form.root()).text()).isEqualTo("{\"a\":");
        assertThat(form.problems()).hasSize(1);
    }

    @Test
    void aSchemaThatCanNotBeUsedSaysSoAndBlocksNothing() {
        for (String bad : List.of(
                "{'type':'object','properties':{'a':{'$ref':'#/$defs/gone'}}}",
                "{'type':'object','properties':{'a':{'$ref':'https://example.org/other.json'}}}",
                "{'type':'object','properties':{'a':{'type':'string','pattern':'('}}}",
                "{'type':'object','properties':{'a':{'$ref':'#/properties/a'}}}",
                "{'$schema':'https://example.org/dialect','type':'object'}")) {
            FormModel form = FormModel.of(json(bad));
            form.write(json("{'a':'text'}"));
            check(form);
            assertThat(form.value()).as(bad).isEqualTo(json("{'a':'text'}"));
            assertThat(form.problems()).as(bad).extracting(Problem::keyword).containsExactly("schema");
        }
    }

    @Test
    void unionsOfferTheirKindsAndJson() {
        FormModel form = FormModel.of(Schemas.python("typed"));
        FormUnion x = (FormUnion) ((FormObject) form.root()).members().get(3);
        assertThat(x.variants()).containsExactly("integer", "text", "JSON");
        assertThat(x.chosen()).isZero();
        x.choose(1);
        ((FormText) x.active()).type("seven");
        x.choose(2);
        ((FormRaw) x.active()).type("[1]");
        check(form);
        assertThat(form.problems())
                .extracting(Problem::sentence)
                .containsExactly("x is a list of 1, the schema asks for one of 2 kinds, and this is none of them.");
        form.write(json("{'x':4}"));
        x.choose(0);
        assertThat(form.value().at(JsonPointer.parse("/x"))).isEqualTo(json("4"));
    }

    @Test
    void mapsTakeAnyKey() {
        FormModel form = FormModel.of(Schemas.python("typed"));
        FormMap extra = (FormMap) field(form, "/extra");
        FormField entry = extra.add("a/b");
        ((FormNumber) entry).type("7");
        assertThat(entry.pointer()).hasToString("/extra/a~1b");
        FormField twin = extra.add("a/b");
        assertThat(form.problems()).extracting(Problem::keyword).contains("keys");
        extra.rename(twin, "c");
        assertThat(extra.value()).isEqualTo(json("{'a/b':7,'c':0}"));
    }
}
