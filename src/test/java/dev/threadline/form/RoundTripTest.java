package dev.threadline.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final int ROUNDS = 3_000;

    @Test
    void validValuesComeBackAsTheyWereAndWithoutProblems() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomSchema made = RandomSchema.object(new Random(seed), 4);
            String where = "seed " + seed + "\n" + Json.pretty(made.schema()) + "\n" + Json.pretty(made.value());
            FormModel form = FormModel.of(made.schema());
            form.write(made.value());
            assertThat(form.value()).as(where).isEqualTo(made.value());
            RecordedSchemasTest.check(form);
            assertThat(form.problems()).as(where).isEmpty();
            assertThat(form.read(form.json())).as(where).isNull();
            assertThat(form.value()).as(where).isEqualTo(made.value());
        }
    }

    @Test
    void valuesThatDoNotFitAreKeptAllTheSame() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            RandomSchema made = RandomSchema.object(random, 4);
            JsonValue other = RandomSchema.json(random, 4);
            String where = "seed " + seed + "\n" + Json.pretty(made.schema()) + "\n" + Json.pretty(other);
            FormModel form = FormModel.of(made.schema());
            form.write(other);
            assertThat(form.value()).as(where).isEqualTo(other);
            form.write(made.value());
            assertThat(form.value()).as(where).isEqualTo(made.value());
            form.reset();
            assertThat(form.root().changed()).as(where).isFalse();
        }
    }

    @Test
    void theFormsOwnChecksAgreeWithTheValidator() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            RandomSchema made = RandomSchema.object(random, 3);
            RandomSchema other = RandomSchema.object(random, 3);
            FormModel form = FormModel.of(made.schema());
            form.write(other.value());
            boolean own = !form.problems().isEmpty();
            boolean validator = !form.schemaCheck().problems(form.value()).isEmpty();
            String where = "seed " + seed + "\n" + Json.pretty(made.schema()) + "\n" + form.json();
            assertThat(own && !validator).as(where + "\n" + form.problems()).isFalse();
        }
    }
}
