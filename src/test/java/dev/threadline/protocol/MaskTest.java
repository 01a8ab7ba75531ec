package dev.threadline.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.json.Json;
import dev.threadline.json.JsonValue.JsonString;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskTest {
    private static Mask mask(String value) {
        return new Mask(List.of(new Header("x-secret", value, true)));
    }

    @Test
    void longSecretsAreMaskedAndShortOrOpenValuesAreNot() {
        Mask mask = new Mask(List.of(
                new Header("x-long", "12345678", true),
                new Header("x-short", "1234567", true),
                new Header("x-open", "abcdefgh", false)));
        assertThat(mask.apply("a 12345678 b 1234567 c abcdefgh")).isEqualTo("a •••• b 1234567 c abcdefgh");
    }

    @Test
    void aTextWithoutSecretsStaysTheSameObject() {
        String text = "{\"nothing\":1}";
        assertThat(mask("12345678").apply(text)).isSameAs(text);
    }

    @Test
    void formsInsideJsonAreMaskedToo() {
        String secret = "a\"b\\c/d<é&9";
        Mask mask = mask(secret);
        String once = Json.write(new JsonString(secret));
        String twice = Json.write(new JsonString(once));
        assertThat(mask.apply(once)).isEqualTo("\"••••\"");
        assertThat(mask.apply(twice)).isEqualTo("\"\\\"••••\\\"\"");
        assertThat(mask.apply("a\\\"b\\\\c\\/d<é&9")).isEqualTo("••••");
        assertThat(mask.apply("a\\\"b\\\\c/d\\u003c\\u00e9\\u00269")).isEqualTo("••••");
        assertThat(mask.apply("a\\\"b\\\\c/d\\u003C\\u00E9\\u00269")).isEqualTo("••••");
    }

    @Test
    void aBearersTokenIsMaskedWithoutItsScheme() {
        assertThat(mask("Bearer abcdefgh").apply("Bearer abcdefgh and abcdefgh"))
                .isEqualTo("•••• and ••••");
    }
}
