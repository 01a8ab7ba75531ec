package dev.threadline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.protocol.WireEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventDecoderTest {
    private static final Path UNKNOWN = Path.of("src/test/golden/unknown.txt");

    @Test
    void dropsNothingOfAnyRecording() throws Exception {
        int all = 0;
        for (Path file : Recording.all()) {
            Recording recording = Recording.read(file);
            assertThat(recording.facts(1, 1)).as("%s", file).hasSize(recording.blocks());
            all += recording.events().size();
        }
        assertThat(all).isGreaterThan(5_000);
    }

    /// Every recording with events that aren't known stands in the list, with their number and the reason.
    @Test
    void knowsAllButTheListed() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (Path file : Recording.all()) {
            Map<EventKind, Long> strange = Recording.read(file).facts(1, 1).stream()
                    .filter(each -> each.kind() == EventKind.UNKNOWN || each.kind() == EventKind.MALFORMED)
                    .collect(Collectors.groupingBy(EventFacts::kind, TreeMap::new, Collectors.counting()));
            if (!strange.isEmpty()) {
                found.put(Recording.name(file), strange.toString());
            }
        }
        Map<String, String> listed = Files.readAllLines(UNKNOWN).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+", 3))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
        assertThat(found).isEqualTo(listed);
    }

    @Test
    void countsTheBytesOfThePayload() throws Exception {
        for (Path file : Recording.all()) {
            for (WireEvent event : Recording.read(file).events()) {
                assertThat(EventDecoder.decode(1, 1, event).size())
                        .as("%s", file)
                        .isEqualTo(event.data().getBytes(StandardCharsets.UTF_8).length);
            }
        }
    }

    @Test
    void neverThrowsOnDamagedData() {
        long seed = 0;
        for (Path file : Recording.all()) {
            for (WireEvent event : Recording.read(file).events()) {
                if (event.data().length() > 100_000) {
                    continue;
                }
                Random random = new Random(++seed);
                WireEvent damaged = damage(event, random);
                assertThatCode(() -> {
                            EventFacts facts = EventDecoder.decode(7, 3, damaged);
                            assertThat(facts.seq()).isEqualTo(7);
                            RunEvent.of(facts).interruptIds();
                            EventSummary.of(facts, damaged.data(), null);
                            RunFailure.of(damaged.data());
                        })
                        .as("%s, seed %d", file, seed)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static WireEvent damage(WireEvent event, Random random) {
        StringBuilder data = new StringBuilder(event.data());
        String name = event.name();
        int at = random.nextInt(data.length() + 1);
        switch (random.nextInt(5)) {
            case 0 -> data.setLength(at);
            case 1 -> data.insert(at, "{}[]\",:\\0n\uD800".charAt(random.nextInt(11)));
            case 2 -> data.delete(at, Math.min(data.length(), at + random.nextInt(40)));
            case 3 ->
                name = new String[] {"debug", "tasks", "messages", "updates", "events", "|", "", "values|a"}
                        [random.nextInt(8)];
            default -> {
                String[] values = {"null", "1e999", "[]", "{}", "\"x\"", "true"};
                int colon = data.indexOf(":", at);
                data.insert(colon < 0 ? at : colon + 1, values[random.nextInt(values.length)]);
            }
        }
        return new WireEvent(event.receivedAt(), event.id(), name, data.toString(), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "error; \"Run not found\"; ERROR; ; FAILED",
                "error|a:1; {\"error\":\"E\"}; ERROR; a:1; FAILED",
                "error; Internal Server Error; MALFORMED; ; FAILED",
                "end; null; END; ; ",
                "end; ``; END; ; ",
                "values; ` `; UNKNOWN; ; ",
                "error; ``; ERROR; ; FAILED",
                "feedback; {\"k\":\"u\"}; FEEDBACK; ; ",
                "message; {}; UNKNOWN; ; ",
                "made/up|x; 1; UNKNOWN; x; ",
                "values; {\"a\":1; MALFORMED; ; ",
                "values; {} {}; MALFORMED; ; ",
                "values; [1]; VALUES; ; ",
                "values; {\"__interrupt__\":[]}; VALUES; ; INTERRUPT NOT_A_STATE",
                "values; {\"a\":1,\"__interrupt__\":[]}; VALUES; ; INTERRUPT",
                "updates|a:1|b:2; {\"n\":null}; UPDATES; a:1|b:2; NOTHING",
                "updates; {\"n\":{},\"__metadata__\":{\"cached\":true}}; UPDATES; ; CACHED NOTHING",
                "updates; 7; UNKNOWN; ; ",
                "tasks; {\"id\":\"t\",\"name\":\"n\",\"error\":\"ParentCommand(x)\",\"result\":[]}; TASK_RESULT; ;"
                        + " PARENT_COMMAND NOTHING",
                "tasks; {\"id\":\"t\",\"name\":\"n\",\"error\":{\"name\":\"ParentCommand\"},\"result\":{}};"
                        + " TASK_RESULT; ; PARENT_COMMAND NOTHING",
                "tasks; {\"id\":\"t\",\"name\":\"n\",\"error\":{},\"result\":{}}; TASK_RESULT; ; FAILED",
                "tasks; {\"id\":\"t\",\"name\":\"n\",\"input\":{},\"triggers\":[\"__pregel_push\"]}; TASK_START; ;"
                        + " FAN_OUT",
                "tasks; {\"id\":\"t\"}; UNKNOWN; ; ",
                "messages;"
                    + " [{\"content\":[{\"type\":\"text\",\"text\":\"a\"}]},{\"langgraph_checkpoint_ns\":\"a:1|b:2\"}];"
                    + " MESSAGE_CHUNK; a:1; TOKEN",
                "messages; [{\"content\":\"a\",\"type\":\"tool\"},{}]; MESSAGE_CHUNK; ; ",
                "messages;"
                    + " [{\"content\":\"\",\"tool_call_chunks\":[{\"args\":\"{\"}]},{\"langgraph_checkpoint_ns\":\"a:1|2|b:2\"}];"
                    + " MESSAGE_CHUNK; a:1|2; TOKEN",
                "metadata; {\"status\":\"run_done\",\"run_id\":\"r\"}; END; ; "
            })
    void readsOddShapes(String name, String data, EventKind kind, String namespace, String flags) {
        EventFacts facts = EventDecoder.decode(1, 1, new WireEvent(5, null, name, data, false));
        assertThat(facts.kind()).isEqualTo(kind);
        assertThat(facts.namespace()).isEqualTo(namespace == null ? "" : namespace);
        int bits = 0;
        for (String flag : flags == null ? new String[0] : flags.split(" ")) {
            bits |= EventFlag.valueOf(flag).bit();
        }
        assertThat(facts.flags()).isEqualTo(bits);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T05:07:52.929Z, 1795324072929000",
        "2026-11-22T17:24:24.578934+00:00, 1795368264578934",
        "2026-11-22T18:24:24.578934+01:00, 1795368264578934",
        "2026-11-22T12:24:24.578934-05:00, 1795368264578934",
        "2026-11-22T17:24:24.578934, 1795368264578934",
        "2026-11-22 17:24:24, 1795368264000000",
        "yesterday at noon it was, -9223372036854775808",
        "2026, -9223372036854775808"
    })
    void readsServerTimes(String text, long micros) {
        assertThat(ServerTime.micros(text)).isEqualTo(micros);
    }

    @Test
    void partsOfAMessageBelongWhereItsMetadataSays() {
        StreamDecoder decoder = new StreamDecoder(1);
        decoder.decode(
                1,
                message(
                        "metadata",
                        "{\"m\":{\"metadata\":{\"langgraph_node\":\"b\",\"langgraph_step\":2,"
                                + "\"langgraph_checkpoint_ns\":\"a:1|b:2\"}}}"));
        EventFacts part = decoder.decode(2, message("partial", "[{\"id\":\"m\",\"type\":\"ai\",\"content\":\"Hi\"}]"));
        assertThat(part.namespace()).isEqualTo("a:1");
        assertThat(part.node()).isEqualTo("b");
        assertThat(part.task()).isEqualTo("2");
        assertThat(part.step()).isEqualTo(2);
        assertThat(part.is(EventFlag.TOKEN)).isTrue();
        EventFacts same = decoder.decode(
                3,
                message("partial", "[{\"id\":\"m\",\"type\":\"ai\",\"content\":\"Hi\",\"usage_metadata\":{\"x\":1}}]"));
        assertThat(same.is(EventFlag.TOKEN)).isFalse();
        assertThat(decoder.decode(4, message("partial", "[{\"id\":\"n\",\"content\":\"\"}]"))
                        .node())
                .isNull();
    }

    private static WireEvent message(String form, String data) {
        return new WireEvent(1, null, "messages/" + form, data, false);
    }

    @Test
    void marksMaskedEvents() {
        EventFacts facts = EventDecoder.decode(1, 1, new WireEvent(5, "", "custom", "1", true));
        assertThat(facts.is(EventFlag.MASKED)).isTrue();
        assertThat(facts.id()).isEmpty();
    }
}
