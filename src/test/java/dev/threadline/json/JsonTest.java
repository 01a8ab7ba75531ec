package dev.threadline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void pointersReachOddKeys() throws Exception {
        JsonValue value = Json.parse("{\"a/b\":{\"~\":[10,{\"\":7}]}}");
        JsonPointer place = JsonPointer.ROOT.child("a/b").child("~").child(1).child("");
        assertThat(place).hasToString("/a~1b/~0/1/");
        assertThat(JsonPointer.parse(place.toString())).isEqualTo(place);
        assertThat(value.at(place)).isEqualTo(new JsonValue.JsonNumber("7"));
        assertThat(value.at(JsonPointer.parse("/a~1b/~0/2"))).isNull();
    }
}
