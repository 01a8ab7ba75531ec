package dev.threadline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactTextTest {
    @Test
    void everyTextComesBackFromItsBytes() {
        for (long seed = 0; seed < 20_000; seed++) {
            String text = Samples.text(new Random(seed));
            byte[] bytes = ExactText.encode(text);
            assertThat(ExactText.decode(bytes, bytes.length))
                    .as("seed %d", seed)
                    .isEqualTo(text);
        }
    }

    @Test
    void plainTextIsWhatUtf8CanHoldWithoutNul() {
        for (long seed = 0; seed < 20_000; seed++) {
            String text = Samples.text(new Random(seed));
            String through = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            boolean plain = through.equals(text) && text.indexOf(0) < 0;
            assertThat(ExactText.isPlain(text)).as("seed %d", seed).isEqualTo(plain);
        }
    }
}
