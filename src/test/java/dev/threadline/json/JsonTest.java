package dev.threadline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "1.0",
                "-0.0",
                "1e400",
                "{\"\":1,\"a/b\":{\"~\":[]},\"__proto__\":null}",
                "[true,false,null,\"\\ud83d\"]"
            })
    void keepsWhatArrived(String text) throws Exception {
        JsonValue value = Json.parse(text);
        assertThat(Json.parse(Json.write(value))).isEqualTo(value);
    }

    @Test
    void numbersStayTheirLiteral() throws Exception {
        assertThat(Json.write(Json.parse("[1.0,-0.0,1e400,9007199254740993]")))
                .isEqualTo("[1.0,-0.0,1e400,9007199254740993]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":}", "1 2", "nul", "\"a", "[1,]"})
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonFailure.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"a": 1 "b": 2}    | 1, column 9 on. A comma is missing.
        {"a": "x" "b": 2}  | 1, column 11 on. A comma is missing.
        [1 2]              | 1, column 4 on. A comma is missing.
        {"a" 1}            | 1, column 6 on. A colon is missing.
        {"a": 1, "b" "c"}  | 1, column 14 on. A colon is missing.
        {"a":              | 1, column 6 on. The text ends too early.
        {"a": "x           | 1, column 9 on. The closing quote is missing.
        {"a": 1,}          | 1, column 9 on. Nothing follows the comma.
        {"a": }            | 1, column 7 on. A value is missing after the colon.
        [1,,2]             | 1, column 4 on. Nothing stands before the comma.
        {a: 1}             | 1, column 2 on. Names and texts stand in double quotes.
        ['a']              | 1, column 2 on. Names and texts stand in double quotes.
        {"a": True}        | 1, column 7 on. It is written true.
        {"a": None}        | 1, column 7 on. It is written null.
        {} {}              | 1, column 4 on. More follows after the value.
        {} // end          | 1, column 4 on. JSON has no comments.
        [1}                | 1, column 3 on.
        [01]               | 1, column 3 on.
        [1x]               | 1, column 3 on.
        "\\q"              | 1, column 3 on.
        """)
    void theFaultIsToldInOurWords(String text, String place) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(JsonFailure.class)
                .hasMessage("Not JSON from line " + place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "}",
                "]",
                ",",
                ":",
                "nul",
                "-",
                "1.",
                "+1",
                "1e",
                "\"\\u12G4\"",
                "\"a\nb\"",
                "\"\t\"",
                "{\"a\"\n",
                "\ufeff{}"
            })
    void noFaultIsToldInTheParsersWords(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(JsonFailure.class)
                .message()
                .matches("Not JSON from line \\d+, column \\d+ on\\.( [A-Z][a-z ]+\\.)?");
    }

    @Test
    void pointersReachOddKeys() throws Exception {
        JsonValue value = Json.parse("{\"a/b\":{\"~\":[10,{\"\":7}]}}");
        JsonPointer place = JsonPointer.ROOT.child("a/b").child("~").child(1).child("");
        assertThat(place).hasToString("/a~1b/~0/1/");
        assertThat(JsonPointer.parse(place.toString())).isEqualTo(place);
        assertThat(value.at(place)).isEqualTo(new JsonValue.JsonNumber("7"));
        assertThat(value.at(JsonPointer.parse("/a~1b/~0/2"))).isNull();
    }

    @Test
    void whatIsNestedDeepIsReadComparedAndWrittenOrRefused() throws Exception {
        String deepest = "[".repeat(500) + "]".repeat(500);
        JsonValue value = Json.parse(deepest);
        assertThat(Json.write(value)).isEqualTo(deepest);
        assertThat(Json.parse(Json.pretty(value))).isEqualTo(value);
        JsonValue other =
                Json.parse(deepest.replace("[]", "[1]").replaceFirst("\\[", "").replaceFirst("]$", ""));
        assertThat(JsonDiff.apply(value, JsonDiff.of(value, other))).isEqualTo(other);
        assertThatThrownBy(() -> Json.parse("[" + deepest + "]"))
                .isInstanceOf(JsonFailure.class)
                .hasMessageContaining("deeper than 500 levels");
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(JsonFailure.class);
    }
}
