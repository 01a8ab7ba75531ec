package dev.threadline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayloadSearchTest {
    private static final String[] PIECES = {
        "say \"hi\"",
        "say \\\"hi\\\"",
        "{\"a\":\"say \\\\\\\"hi\\\\\\\"\"}",
        "Été",
        "\\u00c9T\\u00C9",
        "été",
        "a\\nb",
        "a\nb",
        "C:\\\\temp",
        "C:\\temp",
        "日本",
        "\\u65e5\\u672C",
        "😀",
        "\\ud83d\\uDE00",
        "100%_~",
        "<b>",
        "\\u003cb\\u003e",
        "http:\\/\\/x",
        "http://x",
        "ΣΊΣΥΦΟΣ",
        "σίσυφος",
        "\u212A",
        "K",
        "token",
        "TOKEN",
        "to",
        "ken",
        "ß",
        "SS"
    };

    @TempDir
    Path folder;

    private static String payload(Random random) {
        StringBuilder text = new StringBuilder(Samples.text(random));
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(3) == 0 ? " " : "");
        }
        return text.append(random.nextInt(20) == 0 ? Samples.text(random) + "long ".repeat(2_000) : "")
                .toString();
    }

    private static String needle(Random random, List<String> payloads) {
        String from = random.nextBoolean()
                ? PIECES[random.nextInt(PIECES.length)]
                : payloads.get(random.nextInt(payloads.size()));
        if (from.isEmpty()) {
            return "to";
        }
        int start = random.nextInt(from.length());
        int end = Math.min(from.length(), start + 1 + random.nextInt(12));
        String piece = from.substring(start, end);
        return random.nextInt(4) == 0 ? piece.toUpperCase(Locale.ROOT) : piece;
    }

    /// Every capture both while its payloads wait for the disk and as a file.
    @Test
    void findsWhatANaiveScanFinds() throws Exception {
        for (int seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            List<String> payloads = new ArrayList<>();
            Path file = folder.resolve(seed + ".threadline");
            try (Capture capture = Capture.create(file, Samples.INFO)) {
                for (int seq = 1; seq <= 300; seq++) {
                    payloads.add(payload(random));
                    capture.append(Samples.facts(seq, payloads.getLast()), payloads.getLast());
                    if (seq == 200) {
                        capture.flush();
                    }
                }
                compare(capture, payloads, random, 5);
            }
            try (Capture capture = Capture.read(file)) {
                compare(capture, payloads, random, 15);
            }
        }
    }

    private static void compare(Capture capture, List<String> payloads, Random random, int needles) throws Exception {
        for (int i = 0; i < needles; i++) {
            String text = needle(random, payloads);
            boolean ignoreCase = random.nextBoolean();
            Needle needle = Needle.of(text, ignoreCase);
            List<Long> naive = new ArrayList<>();
            for (int seq = 1; seq <= payloads.size(); seq++) {
                String payload = payloads.get(seq - 1);
                if (NaiveScan.finds(payload, text, ignoreCase)) {
                    naive.add((long) seq);
                    Needle.Match match = needle.find(payload, 0);
                    assertThat(match).as("%s in %s", text, payload).isNotNull();
                    assertThat(NaiveScan.finds(payload.substring(match.start(), match.end()), text, ignoreCase))
                            .isTrue();
                }
            }
            List<Long> found = new ArrayList<>();
            List<Long> some = new ArrayList<>();
            try (PayloadSearch search = capture.search(needle)) {
                search.find(1, 150, found::add);
                search.find(151, payloads.size(), found::add);
                search.find(new long[] {3, 7, 150, 299}, some::add);
                assertThat(search.unreadable()).isZero();
            }
            assertThat(found).as("%s, case %s", escaped(text), !ignoreCase).isEqualTo(naive);
            assertThat(some)
                    .isEqualTo(naive.stream()
                            .filter(List.of(3L, 7L, 150L, 299L)::contains)
                            .toList());
        }
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(c >= ' ' && c < 127 ? "" + (char) c : "\\u%04x".formatted(c)));
        return out.toString();
    }

    @Test
    void manyEscapesTakeNoDeepStackAndNoLongTime() {
        String odd = "\"\n\\é/".repeat(200);
        assertThat(Needle.of(odd, true).in("x" + odd.replace("\n", "\\n") + "y"))
                .isTrue();
        assertThat(Needle.of("\\".repeat(900) + "x", false).in("\\".repeat(100_000)))
                .isFalse();
    }
}
