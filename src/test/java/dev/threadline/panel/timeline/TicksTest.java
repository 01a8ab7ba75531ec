package dev.threadline.panel.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void numbersStandApartAtEveryZoom() {
        for (double perMicro = 1; perMicro > 1e-9; perMicro /= 1.37) {
            Ticks ticks = Ticks.of(perMicro, 64);
            assertThat(ticks.step() * perMicro).as("zoom %s", perMicro).isBetween(64.0, 64 * 4.0);
        }
    }

    @Test
    void theUnitFollowsTheStep() {
        assertThat(Ticks.of(0.00212, 64)).isEqualTo(new Ticks(40_000, 1000));
        assertThat(Ticks.of(0.00212, 64).number(80_000)).isEqualTo("80");
        assertThat(Ticks.of(0.00003, 64).words()).isEqualTo("s, server clock");
        assertThat(Ticks.of(0.0000005, 64).words()).isEqualTo("min, server clock");
        assertThat(Ticks.of(0.8, 64).number(18_300)).isEqualTo("18.3");
    }
}
