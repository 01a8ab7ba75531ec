package dev.threadline.panel.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelPlaceTest {
    @Test
    void dropsTheDurationBeforeTheName() {
        assertThat(LabelPlace.of(200, 0, 60, 40)).isEqualTo(LabelPlace.INSIDE);
        assertThat(LabelPlace.of(100, 200, 60, 40)).isEqualTo(LabelPlace.RIGHT);
        assertThat(LabelPlace.of(100, 20, 60, 40)).isEqualTo(LabelPlace.NAME_INSIDE);
        assertThat(LabelPlace.of(30, 80, 60, 40)).isEqualTo(LabelPlace.NAME_RIGHT);
        assertThat(LabelPlace.of(30, 60, 60, 40)).isEqualTo(LabelPlace.NONE);
    }

    @Test
    void neverRunsOverItsRoom() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            double inside = random.nextDouble() * 300;
            double beside = random.nextDouble() * 300 - 20;
            double name = random.nextDouble() * 150;
            double duration = random.nextBoolean() ? 0 : random.nextDouble() * 80;
            LabelPlace place = LabelPlace.of(inside, beside, name, duration);
            double drawn = name + (place.hasDuration() && duration > 0 ? LabelPlace.BETWEEN + duration : 0);
            double spare = place.isInside() ? LabelPlace.SPARE : LabelPlace.BESIDE;
            double room = place.isInside() ? inside : beside;
            if (place == LabelPlace.NONE) {
                assertThat(name + 2 * LabelPlace.SPARE).as("seed %d", seed).isGreaterThan(inside);
            } else {
                assertThat(drawn + 2 * spare).as("seed %d", seed).isLessThanOrEqualTo(room);
            }
        }
    }
}
