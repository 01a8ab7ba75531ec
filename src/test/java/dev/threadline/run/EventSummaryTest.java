package dev.threadline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventKind;
import dev.threadline.protocol.WireEvent;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSummaryTest {
    private static String line(EventFacts facts, String head) {
        return EventSummary.of(facts, head, null).stream()
                .map(EventSummary.Segment::text)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "updates; {\"n\":{\"text\":\"a long memo\"}}; n → text \"a long memo\"",
                "updates; {\"n\":{\"text\":\"a long me; n → text \"a long me…\"",
                "updates; {\"n\":{\"a\":1,\"b\":[1,2],\"c\":{}}}; n → a, b, c",
                "values; {\"a\":1}; a 1",
                "values; {}; nothing",
                "custom; {\"a\":[1,{\"b\":tru; {a: [1, {…}, …], …}",
                "error; {\"error\":\"E\",\"message\":\"it broke\"}; E: it broke",
                "error; \"Run not found\"; Run not found",
                "messages; [{\"content\":\" look\"},{}];  look",
                "messages; [{\"content\":\"\",\"tool_call_chunks\":[{\"name\":\"sum\",\"args\":\"{\"}]},{}]; sum {",
                "messages;"
                    + " [{\"type\":\"ai\",\"content\":\"\",\"usage_metadata\":{\"input_tokens\":8,\"output_tokens\":1}},{}];"
                    + " ai end of message · 8 in, 1 out",
                "messages; [{\"type\":\"AIMessageChunk\",\"content\":\"\"},{}]; ai no text",
                "messages/complete;"
                    + " [{\"type\":\"tool\",\"name\":\"a\",\"content\":\"1\"},{\"type\":\"tool\",\"content\":\"2\"}];"
                    + " tool a 1 · tool 2",
                "messages/complete;"
                    + " [{\"type\":\"ai\",\"content\":\"\",\"tool_calls\":[{\"name\":\"s\",\"args\":{\"q\":1}}]}]; ai"
                    + " calls s {q: 1}",
                "messages/partial;"
                    + " [{\"type\":\"ai\",\"content\":\"Look.\",\"tool_calls\":[{\"name\":\"s\",\"args\":{}},{\"name\":\"t\",\"args\":{\"x\":2}}]}];"
                    + " Look. calls s {}, t {x: 2}",
                "checkpoints; {\"id\":\"1f1e-7a18-61\",\"step\":0,\"source\":\"loop\"}; checkpoint 1f1e-7a18… step 0,"
                        + " loop",
                "events; {\"event\":\"on_tool_error\",\"name\":\"s\",\"data\":{\"error\":\"down\\n\\nError: down\"}};"
                        + " on_tool_error s down",
                "events;"
                    + " {\"event\":\"on_tool_error\",\"name\":\"s\",\"data\":{\"error\":{\"error\":\"E\",\"message\":\"m\"}}};"
                    + " on_tool_error s E: m",
                "values; {\"a\":1,\"__interrupt__\":[{\"id\":\"i\"}]}; a 1 · interrupt",
                "custom; {\"a\":\"x\u2028y\u202Ez\"}; {a: \"x\\u2028y\\u202Ez\"}",
                "values; oops; not JSON oops"
            })
    void saysWhatAnEventHolds(String name, String data, String expected) {
        EventFacts facts = EventDecoder.decode(1, 1, new WireEvent(1, null, name, data, false));
        if (facts.kind() == EventKind.MALFORMED && !expected.startsWith("not JSON")) {
            // A head cut from good data: the facts come from the whole.
            facts = EventDecoder.decode(1, 1, new WireEvent(1, null, name, "{\"n\":{}}", false));
        }
        assertThat(line(facts, data).strip()).isEqualTo(expected.strip());
    }

    @Test
    void anyCutOfAnyPayloadGivesOneLine() {
        for (Path file : Recording.all()) {
            Recording recording = Recording.read(file);
            for (EventFacts facts : recording.facts(1, 1)) {
                String data = recording.events().get((int) facts.seq() - 1).data();
                int cut = (int) (facts.seq() * 37 % (Math.min(data.length(), 3_000) + 1));
                String line = line(facts, data.substring(0, cut));
                assertThat(line)
                        .as("%s, event %d cut at %d", file, facts.seq(), cut)
                        .doesNotContain("\n");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "-5, 0 ms",
        "909600, 910 ms",
        "2410000, 2.41 s",
        "59994000, 59.99 s",
        "59996000, 1 min 0 s",
        "134000000, 2 min 14 s",
        "3720000000, 1 h 02 min"
    })
    void writesTimes(long micros, String text) {
        assertThat(Elapsed.text(micros)).isEqualTo(text);
    }
}
