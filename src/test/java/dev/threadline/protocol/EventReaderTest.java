package dev.threadline.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.server.DeliveredEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventReaderTest {
    private static final Mask NO_MASK = new Mask(List.of());

    static List<Path> recordings() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/test/recordings"))) {
            return files.filter(file -> file.toString().endsWith(".sse"))
                    .sorted()
                    .toList();
        }
    }

    private static Hearing hear(byte[] body, int end, long limit, IntUnaryOperator slices) throws Exception {
        Hearing hearing = new Hearing();
        EventReader reader = new EventReader(new Slices(body, end, slices), NO_MASK, limit, hearing);
        reader.read();
        hearing.ended(new StreamEnd.Completed(reader.cutTail()));
        return hearing;
    }

    private static Hearing hear(String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return hear(bytes, bytes.length, EventBlocks.LIMIT, at -> 1);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void everyRecordingGivesItsEventsHoweverItIsCutIntoReads(Path recording) throws Exception {
        byte[] body = Files.readAllBytes(recording);
        List<DeliveredEvent> expected = DeliveredEvent.of(body);
        assertThat(hear(body, body.length, EventBlocks.LIMIT, at -> 1).delivered())
                .as("every byte alone")
                .isEqualTo(expected);
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            Hearing hearing = hear(body, body.length, EventBlocks.LIMIT, at -> 1 + random.nextInt(3_000));
            assertThat(hearing.delivered()).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void aBodyThatEndsAnywhereLosesNothing() throws Exception {
        for (Path recording : recordings()) {
            byte[] body = Files.readAllBytes(recording);
            boolean all = recording.toString().contains("synthetic");
            Random random = new Random(recording.toString().hashCode());
            for (int end = 0; end <= body.length; end += all ? 1 : 1 + random.nextInt(body.length / 4 + 1)) {
                checkEnd(recording, body, end);
            }
        }
    }

    private static void checkEnd(Path recording, byte[] body, int end) throws Exception {
        byte[] whole = java.util.Arrays.copyOf(body, end);
        Hearing hearing = hear(body, end, EventBlocks.LIMIT, at -> 1_000);
        assertThat(hearing.delivered()).as("%s to %d", recording, end).isEqualTo(DeliveredEvent.of(whole));
        String tail = ((StreamEnd.Completed) hearing.end()).cutTail();
        String text = new String(whole, StandardCharsets.UTF_8).replaceAll("\r\n|\r", "\n");
        assertThat(text).as("%s to %d", recording, end).endsWith(tail == null ? "" : tail);
        boolean open = !text.isEmpty() && !text.endsWith("\n\n") && !text.equals("\ufeff");
        assertThat(tail != null || !hearing.comments().isEmpty() || !open)
                .as("%s to %d: what is open is told", recording, end)
                .isTrue();
    }

    @Test
    void anEventIsHeardWithItsBlankLineAndNotLater() throws Exception {
        byte[] body = "data: 1\r\r".getBytes(StandardCharsets.UTF_8);
        Hearing hearing = new Hearing();
        boolean[] asked = {false};
        new EventReader(
                        new Slices(body, body.length, at -> body.length) {
                            @Override
                            public long read(okio.Buffer sink, long byteCount) throws java.io.IOException {
                                long count = super.read(sink, byteCount);
                                asked[0] |= count < 0 && hearing.events().isEmpty();
                                return count;
                            }
                        },
                        NO_MASK,
                        EventBlocks.LIMIT,
                        hearing)
                .read();
        assertThat(hearing.events()).hasSize(1);
        assertThat(asked[0]).as("more bytes were needed").isFalse();
    }

    @Test
    void anIdIsTheBlocksOwn() throws Exception {
        Hearing hearing = hear("data: a\nid: 7\n\ndata: b\n\nid\ndata: c\n\nid: 8\nid: 9\ndata: d\n\n");
        assertThat(hearing.events()).extracting(WireEvent::id).containsExactly("7", null, "", "9");
    }

    @Test
    void aLineThatAnotherOneReplacesIsTold() throws Exception {
        Hearing hearing = hear("id: 8\nevent: a\nid: 9\ndata: d\nevent: b\n\nevent: c\nevent: d\n\n");
        assertThat(hearing.delivered()).containsExactly(new DeliveredEvent("9", "b", "d"));
        assertThat(hearing.comments()).containsExactly("id: 8", "event: a", "event: c\nevent: d");
    }

    @Test
    void whatIsNoEventIsToldInItsPlace() throws Exception {
        Hearing hearing = hear(": heartbeat\n\nevent: end\nid: 3\n\nretry: 10\nwhat: ever\ndata: x\n\n:\n");
        assertThat(hearing.comments())
                .containsExactly(": heartbeat", "event: end\nid: 3", "retry: 10", "what: ever", ":");
        assertThat(hearing.delivered()).containsExactly(new DeliveredEvent(null, "message", "x"));
    }

    @Test
    void aByteOrderMarkGoesOnlyAtTheBeginning() throws Exception {
        assertThat(hear("\ufeffdata: 1\n\ndata: \ufeff2\n\n").events())
                .extracting(WireEvent::data)
                .containsExactly("1", "\ufeff2");
        assertThat(hear("data: 1\n\n\ufeffdata: 2\n\n").comments()).containsExactly("\ufeffdata: 2");
    }

    @Test
    void largeEventsGoToAFileWhole() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            String big = "ä✓🍪x".repeat(100 + random.nextInt(3_000));
            String body =
                    "event: small\ndata: 1\n\nevent: big\ndata: " + big + "\ndata:" + big + "\nid: 5\n\ndata: 2\n\n";
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            int longest = 1 + random.nextInt(5_000);
            Hearing hearing = hear(bytes, bytes.length, 256, at -> 1 + random.nextInt(longest));
            assertThat(hearing.events())
                    .as("round %d", round)
                    .extracting(WireEvent::data)
                    .containsExactly("1", "2");
            SpilledEvent event = hearing.spills().getFirst();
            assertThat(Files.readString(event.file())).as("round %d", round).isEqualTo(big + "\n" + big);
            assertThat(event.bytes()).isEqualTo(Files.size(event.file()));
            assertThat(event.id()).isEqualTo("5");
            assertThat(event.name()).isEqualTo("big");
            assertThat(event.heading().size()).isEqualTo(event.bytes());
            assertThat(big).startsWith(event.heading().data().substring(0, 100));
            Files.delete(event.file());
        }
    }

    @Test
    void aSecretInALargeEventIsMaskedWhereverThePiecesEnd() throws Exception {
        Mask mask = new Mask(List.of(new Header("x-key", "s3cret/value", true)));
        String data = ("-".repeat(97) + "s3cret/value" + "s3cret\\/value").repeat(50);
        byte[] body = ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size < 200; size++) {
            int slice = size;
            Hearing hearing = new Hearing();
            new EventReader(new Slices(body, body.length, at -> slice), mask, 64, hearing).read();
            SpilledEvent event = hearing.spills().getFirst();
            assertThat(Files.readString(event.file()))
                    .as("slices of %d", size)
                    .isEqualTo(("-".repeat(97) + "••••••••").repeat(50));
            assertThat(event.masked()).isTrue();
            Files.delete(event.file());
        }
    }

    @Test
    void aLargeEventThatIsCutOffLeavesItsFile() throws Exception {
        byte[] body = ("data: " + "x".repeat(1_000)).getBytes(StandardCharsets.UTF_8);
        Hearing hearing = hear(body, body.length, 64, at -> 10);
        String tail = ((StreamEnd.Completed) hearing.end()).cutTail();
        assertThat(tail).startsWith("1000 bytes of an event that did not come whole are kept in ");
        Path file = Path.of(tail.substring(tail.indexOf(" in ") + 4));
        assertThat(file).hasSize(1_000);
        Files.delete(file);
    }
}
