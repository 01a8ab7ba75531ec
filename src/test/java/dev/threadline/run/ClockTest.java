package dev.threadline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventKind;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {
    private static EventFacts at(long arrival, long server) {
        return new EventFacts(
                1,
                1,
                arrival,
                null,
                "debug",
                EventKind.CHECKPOINT,
                "debug",
                "",
                null,
                null,
                EventFacts.NO_STEP,
                server,
                null,
                2,
                0);
    }

    @Test
    void aHeldBackFirstEventDoesNotSetTheOffset() {
        Clock clock = new Clock();
        assertThat(clock.learn(at(1_000_000, 5_000_000))).isTrue();
        assertThat(clock.shift()).isEqualTo(4_000_000);
        assertThat(clock.learn(at(1_010_000, 5_034_000))).isTrue();
        assertThat(clock.shift()).isEqualTo(24_000);
        assertThat(clock.offset()).isEqualTo(4_024_000);
        assertThat(clock.learn(at(1_100_000, 5_060_000))).isFalse();
        assertThat(clock.time(at(1_200_000, EventFacts.NO_TIME))).isEqualTo(5_224_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shiftsAddUpToTheOffset(long seed) {
        Random random = new Random(seed);
        Clock clock = new Clock();
        long sum = 0;
        long largest = Long.MIN_VALUE;
        for (int i = 0; i < 1000; i++) {
            long arrival = random.nextInt(1_000_000);
            long server = random.nextInt(1_000_000);
            largest = Math.max(largest, server - arrival);
            if (clock.learn(at(arrival, server))) {
                sum += clock.shift();
            }
        }
        assertThat(clock.offset()).as("seed " + seed).isEqualTo(largest).isEqualTo(sum);
    }
}
