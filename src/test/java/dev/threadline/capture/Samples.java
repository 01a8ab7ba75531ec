package dev.threadline.capture;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Facts and texts for capture tests.
final class Samples {
    static final CaptureInfo INFO =
            new CaptureInfo("local dev", "http://127.0.0.1:2024", "joke", "01a201a7-4c9f-7000-8000-0123456789ab", 5);

    private static final String[] ODD = {
        "", "\0", "a\0b", "\uFEFF{}", "\uD83D", "\uDE00", "\uDE00\uD83D", "x\uD83D\uDE00y", "\u2028\u0085", "\r\n", "ü€"
    };

    private Samples() {}

    static EventFacts facts(long seq, String data) {
        return new EventFacts(
                seq,
                1,
                1_795_324_497_401_000L + seq,
                Long.toString(seq - 1),
                "debug|team:1",
                EventKind.TASK_START,
                "debug",
                "team:1",
                seq % 2 == 0 ? "node" : null,
                null,
                seq % 3 == 0 ? EventFacts.NO_STEP : (int) seq,
                seq % 5 == 0 ? EventFacts.NO_TIME : seq,
                seq % 7 == 0 ? "ref" + seq : null,
                data.getBytes(StandardCharsets.UTF_8).length,
                EventFlag.TOKEN.bit() | EventFlag.MASKED.bit());
    }

    /// A text of odd pieces and random characters, lone surrogate halves among them.
    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            if (random.nextBoolean()) {
                text.append(ODD[random.nextInt(ODD.length)]);
            } else {
                text.append((char) random.nextInt(0x10000));
            }
        }
        return text.toString();
    }
}
