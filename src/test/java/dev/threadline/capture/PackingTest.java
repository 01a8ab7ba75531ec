package dev.threadline.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackingTest {
    @TempDir
    Path folder;

    /// Whole states that grow by a message in each step, of two nodes in turn, odd characters among them.
    private static List<String> states(int steps, long seed) {
        Random random = new Random(seed);
        StringBuilder messages = new StringBuilder("a".repeat(5_000));
        List<String> states = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            for (int word = 0; word < 60; word++) {
                messages.append(Long.toString(random.nextLong(), 36)).append(' ');
            }
            messages.append(Samples.text(random));
            states.add("{\"step\":" + i + ",\"messages\":\"" + messages + "\"}");
        }
        return states;
    }

    private Path written(List<String> states) throws Exception {
        Path file = folder.resolve("a.threadline");
        try (Capture capture = Capture.create(file, Samples.INFO)) {
            for (int i = 0; i < states.size(); i++) {
                capture.append(Samples.facts(i + 1, states.get(i)), states.get(i));
            }
            assertThat(capture.problem()).isNull();
        }
        return file;
    }

    /// How long the longest chain is, and how many payloads stand in chains.
    private static int[] chains(Path file) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var row = connection
                        .createStatement()
                        .executeQuery(
                                "WITH RECURSIVE chain(seq, depth) AS (SELECT seq, 0 FROM packed WHERE base IS NULL"
                                    + " UNION ALL SELECT packed.seq, depth + 1 FROM packed JOIN chain ON base ="
                                    + " chain.seq) SELECT max(depth), count(*), (SELECT count(*) FROM payloads) FROM"
                                    + " chain")) {
            return new int[] {row.getInt(1), row.getInt(2) + row.getInt(3)};
        }
    }

    @Test
    void wholeStatesTakeATwentiethAndEachComesBackExactlyInAnyOrder() throws Exception {
        List<String> states = states(300, 1);
        Path file = written(states);
        long raw = states.stream()
                .mapToLong(state -> state.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        assertThat(Files.size(file)).isLessThan(raw / 20);
        Random random = new Random(2);
        for (int round = 0; round < 3; round++) {
            try (Capture capture = Capture.open(file)) {
                for (int i = 0; i < 300; i++) {
                    int at = round == 0 ? i : random.nextInt(states.size());
                    String state = states.get(at);
                    int chars = random.nextInt(9_000);
                    String head = capture.head(at + 1, chars);
                    assertThat(state.startsWith(head)).isTrue();
                    assertThat(head.length()).isBetween(Math.min(chars, state.length()) - 1, chars);
                    assertThat(capture.data(at + 1).equals(state)).isTrue();
                }
            }
        }
    }

    @Test
    void noChainIsLongerThanSeven() throws Exception {
        assertThat(chains(written(states(200, 3)))).satisfies(chains -> {
            assertThat(chains[0]).isBetween(2, 7);
            assertThat(chains[1]).isEqualTo(200);
        });
    }

    @Test
    void aStateThatTwoKindsTellTakesTheRoomOfOne() throws Exception {
        List<String> states = states(200, 15);
        Path file = folder.resolve("two.threadline");
        try (Capture capture = Capture.create(file, Samples.INFO)) {
            for (int i = 0; i < 2 * states.size(); i++) {
                String state = states.get(i / 2);
                String told = i % 2 == 0 ? state : "{\"type\":\"checkpoint\",\"values\":" + state + "}";
                capture.append(Samples.facts(i + 1, told), told);
            }
        }
        assertThat(Files.size(file)).isLessThan(Files.size(written(states)) * 5 / 4);
        assertThat(chains(file)).satisfies(chains -> {
            assertThat(chains[0]).isBetween(2, 7);
            assertThat(chains[1]).isEqualTo(400);
        });
        try (Capture capture = Capture.open(file)) {
            for (int i = 2 * states.size(); i > 0; i -= 7) {
                assertThat(capture.data(i).endsWith(states.get((i - 1) / 2) + (i % 2 == 0 ? "}" : "")))
                        .isTrue();
            }
        }
    }

    @Test
    void smallPayloadsAndThoseThatDoNotShrinkStayPlain() throws Exception {
        StringBuilder noise = new StringBuilder();
        new Random(5).ints(20_000, 1, 128).forEach(c -> noise.append((char) c));
        Path file = written(List.of("{\"a\":\"" + "b".repeat(4_000) + "\"}", noise.toString(), "c".repeat(4_096)));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var row = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT group_concat(seq), (SELECT group_concat(seq) FROM packed) FROM payloads")) {
            assertThat(row.getString(1)).isEqualTo("1,2");
            assertThat(row.getString(2)).isEqualTo("3");
        }
        try (Capture capture = Capture.open(file)) {
            assertThat(capture.data(2)).isEqualTo(noise.toString());
        }
    }

    @Test
    void statesLargerThanWhatIsRememberedComeBackToo() throws Exception {
        List<String> states = new ArrayList<>();
        for (String state : states(3, 7)) {
            states.add(state + "x".repeat(5 << 20) + state);
            states.add(state + "y".repeat(25 << 20));
        }
        Path file = written(states);
        assertThat(Files.size(file)).isLessThan(1 << 20);
        try (Capture capture = Capture.open(file)) {
            for (int i = states.size(); i > 0; i--) {
                assertThat(capture.data(i).equals(states.get(i - 1))).isTrue();
            }
        }
    }

    @Test
    void aBrokenOrMissingBaseIsToldAsDamage() throws Exception {
        Path file = written(states(10, 9));
        for (String sql : List.of(
                "UPDATE packed SET data = zeroblob(100) WHERE seq = 1",
                "DELETE FROM packed WHERE seq = 1",
                "UPDATE packed SET base = 5 WHERE seq = 5")) {
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
            try (Capture capture = Capture.open(file)) {
                assertThatThrownBy(() -> capture.data(5))
                        .isInstanceOf(CaptureFailure.Damaged.class)
                        .hasMessageContaining("event 5");
            }
        }
    }

    @Test
    void aCutFileKeepsThePackedPayloadsBeforeTheCut() throws Exception {
        List<String> states = states(400, 11);
        byte[] bytes = Files.readAllBytes(written(states));
        Path file = folder.resolve("cut.threadline");
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        int whole = 0;
        try (Capture capture = Capture.open(file)) {
            for (int i = 1; i <= states.size(); i++) {
                try {
                    assertThat(capture.data(i).equals(states.get(i - 1))).isTrue();
                    whole++;
                } catch (CaptureFailure e) {
                    assertThat(e).hasMessageContaining("event " + i);
                }
            }
        }
        assertThat(whole).isGreaterThan(50);
    }

    @Test
    void aTextIsFoundInPackedPayloads() throws Exception {
        List<String> states = states(100, 13);
        Path file = written(states);
        List<Long> hits = new ArrayList<>();
        try (Capture capture = Capture.open(file);
                PayloadSearch search = capture.search(Needle.of("\"step\":42,", false))) {
            search.find(1, 100, hits::add);
        }
        assertThat(hits).containsExactly(43L);
    }
}
