package dev.threadline.panel.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
    private static final int CASES = 400;

    @Test
    void pixelsRiseWithTimeAndGiveItBack() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            TimeScale scale = random(random);
            long time = scale.origin() - 1_000_000;
            double before = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < 200; i++) {
                time += 1 + random.nextLong(20_000_000);
                double x = scale.x(time);
                assertThat(x).as("seed %d, time %d", seed, time).isGreaterThan(before);
                before = x;
                long back = scale.time(x);
                assertThat(back).as("seed %d, pixel %f", seed, x).isCloseTo(time, within(1L));
            }
        }
    }

    @Test
    void timesRiseWithPixels() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            TimeScale scale = random(random);
            long before = Long.MIN_VALUE;
            for (double x = -50; x < 4000; x += 1 + random.nextDouble() * 40) {
                long time = scale.time(x);
                assertThat(time).as("seed %d, pixel %f", seed, x).isGreaterThanOrEqualTo(before);
                before = time;
            }
        }
    }

    @Test
    void foldsAreAsWideAsTold() {
        TimeScale scale = new TimeScale(1000, 0.5, new long[] {2000}, new long[] {900_000}, new double[] {86});
        assertThat(scale.x(1000)).isZero();
        assertThat(scale.x(2000)).isEqualTo(500);
        assertThat(scale.x(900_000)).isEqualTo(586);
        assertThat(scale.x(900_010)).isEqualTo(591);
        assertThat(scale.time(543)).isEqualTo(451_000);
    }

    private static TimeScale random(Random random) {
        long origin = 1_795_324_497_000_000L + random.nextLong(1_000_000);
        int count = random.nextInt(5);
        long[] from = new long[count];
        long[] to = new long[count];
        double[] width = new double[count];
        long time = origin;
        for (int i = 0; i < count; i++) {
            from[i] = time + random.nextLong(3_000_000);
            to[i] = from[i] + 400_000 + random.nextLong(50_000_000);
            width[i] = 86 + random.nextInt(25);
            time = to[i];
        }
        return new TimeScale(origin, Math.pow(10, -5 + 4 * random.nextDouble()), from, to, width);
    }
}
