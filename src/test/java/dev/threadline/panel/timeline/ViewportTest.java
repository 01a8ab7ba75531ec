package dev.threadline.panel.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.threadline.panel.timeline.IdleTime.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private static final long BEGIN = 1_795_324_497_000_000L;
    private static final double WIDTH = 1024;

    private final Viewport viewport = new Viewport();

    @Test
    void fitShowsAllFromTheFirstToTheNewest() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Viewport any = new Viewport();
            any.space(300 + random.nextInt(1500), 184);
            long now = BEGIN + 1000 + random.nextLong(10_000_000_000L);
            any.time(BEGIN, now, idle(random, now), random.nextBoolean(), true, 3);
            Axis axis = any.axis(0);
            assertThat(axis.x(BEGIN)).as("seed %d", seed).isEqualTo(184 + Axis.PAD);
            assertThat(any.from()).as("seed %d", seed).isLessThanOrEqualTo(BEGIN);
            assertThat(any.to()).as("seed %d", seed).isGreaterThanOrEqualTo(now);
        }
    }

    @Test
    void growthMovesNothingWhileHeld() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Viewport any = new Viewport();
            any.space(WIDTH, 184);
            long now = BEGIN + 2_000_000 + random.nextLong(10_000_000);
            any.time(BEGIN, now, List.of(), true, true, 3);
            any.zoom(1 + random.nextDouble() * 20, random.nextDouble() * WIDTH);
            any.pan(random.nextDouble() * 2000 - 1000);
            Axis before = any.axis(0);
            long later = now;
            for (int i = 0; i < 20; i++) {
                later += random.nextLong(3_000_000);
                any.time(BEGIN, later, List.of(), true, false, 3 + i * 50);
            }
            Axis after = any.axis(0);
            for (long time = BEGIN; time <= now; time += (now - BEGIN) / 20) {
                assertThat(after.x(time)).as("seed %d", seed).isCloseTo(before.x(time), within(0.01));
            }
        }
    }

    @Test
    void aGrowingRunStaysInSightWithoutChangingScaleAtEveryFrame() {
        viewport.space(WIDTH, 184);
        int changes = 0;
        double scale = 0;
        for (long now = BEGIN; now < BEGIN + 10_000_000; now += 16_000) {
            viewport.time(BEGIN, now, List.of(), true, true, 5);
            assertThat(viewport.axis(0).x(now)).isLessThanOrEqualTo(184 + WIDTH);
            assertThat(viewport.axis(0).x(BEGIN)).isEqualTo(184 + Axis.PAD);
            changes += viewport.perMicro() == scale ? 0 : 1;
            scale = viewport.perMicro();
        }
        assertThat(changes).isBetween(2, 40);
    }

    @Test
    void aDenseRunScrollsInsteadOfShrinking() {
        viewport.space(WIDTH, 184);
        viewport.time(BEGIN, BEGIN + 10_000_000, List.of(), true, true, 50);
        double scale = viewport.perMicro();
        for (int i = 1; i <= 50; i++) {
            viewport.time(BEGIN, BEGIN + 10_000_000 * (i + 1L), List.of(), true, true, 50 + i * 50);
        }
        assertThat(viewport.mode()).isEqualTo(Viewport.Mode.TAIL);
        assertThat(viewport.perMicro()).isGreaterThan(scale / 4);
        assertThat(viewport.axis(0).x(BEGIN + 510_000_000L)).isBetween(184 + WIDTH / 2, 184 + WIDTH);
    }

    @Test
    void zoomKeepsWhatIsUnderThePointer() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Viewport any = new Viewport();
            any.space(WIDTH, 184);
            any.time(BEGIN, BEGIN + 60_000_000, List.of(), false, false, 3);
            any.show(BEGIN + 20_000_000, BEGIN + 40_000_000);
            double at = 100 + random.nextDouble() * 800;
            long before = any.axis(0).time(184 + at);
            any.zoom(1.05 + random.nextDouble() * 3, at);
            assertThat(any.axis(0).x(before)).as("seed %d", seed).isCloseTo(184 + at, within(0.1));
        }
    }

    @Test
    void longIdleTimeFoldsAndUnfolds() {
        Stretch wait = new Stretch(BEGIN + 90_000, BEGIN + 630_000);
        viewport.space(WIDTH, 184);
        viewport.time(BEGIN, BEGIN + 950_000, List.of(wait), false, false, 3);
        TimeScale scale = viewport.axis(0).scale();
        assertThat(scale.folds()).isEqualTo(1);
        assertThat(scale.x(scale.foldTo(0)) - scale.x(scale.foldFrom(0))).isCloseTo(86, within(0.001));
        viewport.unfold(BEGIN + 300_000, 200);
        assertThat(viewport.axis(0).scale().folds()).isZero();
        viewport.fit();
        assertThat(viewport.axis(0).scale().folds()).isEqualTo(1);
    }

    @Test
    void shortIdleTimeStays() {
        Stretch pause = new Stretch(BEGIN + 90_000, BEGIN + 630_000);
        viewport.space(WIDTH, 184);
        viewport.time(BEGIN, BEGIN + 5_000_000, List.of(pause), false, false, 3);
        assertThat(viewport.axis(0).scale().folds()).isZero();
    }

    private static List<Stretch> idle(Random random, long now) {
        List<Stretch> idle = new ArrayList<>();
        long time = BEGIN;
        while (true) {
            long from = time + random.nextLong(1 + (now - BEGIN) / 4);
            long to = from + IdleTime.LEAST + random.nextLong(1 + (now - BEGIN) / 2);
            if (to > now) {
                return idle;
            }
            idle.add(new Stretch(from, to));
            time = to + 1;
        }
    }
}
