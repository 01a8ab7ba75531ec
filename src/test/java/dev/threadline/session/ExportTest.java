package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.RunRecord;
import dev.threadline.json.Json;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.protocol.WireEvent;
import dev.threadline.run.EventDecoder;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The two forms of an export, with everything in them that a good run doesn't have.
class ExportTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void record() throws Exception {
        file = folder.resolve("x.threadline");
        try (Recording recording = Recording.create(file, Graphs.info(URI.create("http://127.0.0.1:1"), "joke"))) {
            run(recording, 1);
            event(recording, 1, new WireEvent(1, null, "metadata", "{}", false));
            run(recording, 2);
            event(recording, 2, new WireEvent(1_000_000, "0", "values|a:1", "{\"a\":\n 1.0}", false));
            event(recording, 2, new WireEvent(2, "1", "custom", "\"•\uFEFF\u2028\"", true));
            EventFacts again = event(2, recording, new WireEvent(3, "1", "custom", "\"again\"", false));
            recording.append(again.with(EventFlag.DUPLICATE), "\"again\"");
            recording.add(new ConnectionEntry(2, 4, 4, ConnectionEntry.Kind.GAP, "One event\nis missing."));
            event(recording, 2, new WireEvent(5, null, "odd", "{broken", false));
            recording.add(new ConnectionEntry(2, 5, 6, ConnectionEntry.Kind.GAP, null));
        }
    }

    private static void run(Recording recording, int number) {
        recording.put(new RunRecord(number, "r", "joke", "{}", 1, 2, "success", null));
    }

    private static void event(Recording recording, int run, WireEvent event) {
        recording.append(event(run, recording, event), event.data());
    }

    private static EventFacts event(int run, Recording recording, WireEvent event) {
        return EventDecoder.decode(recording.log().size() + 1, run, event);
    }

    @Test
    void anEventStream() throws Exception {
        try (Recording recording = Recording.open(file)) {
            assertThat(Sse.text(recording, 2, Export.Format.SSE).split("\n", -1))
                    .containsExactly(
                            "event: values|a:1",
                            "data: {\"a\":",
                            "data:  1.0}",
                            "id: 0",
                            "",
                            ": masked: a secret value in the next event was replaced",
                            "event: custom",
                            "data: \"•\uFEFF\u2028\"",
                            "id: 1",
                            "",
                            ": gap: events may be missing here. One event",
                            ": is missing.",
                            "",
                            "event: odd",
                            "data: {broken",
                            "",
                            ": gap: events may be missing here.",
                            "",
                            "");
            assertThat(Sse.text(recording, 1, Export.Format.SSE)).isEqualTo("event: metadata\ndata: {}\n\n");
            assertThat(Sse.of(recording, 2)).extracting("data").contains("{\"a\":\n 1.0}");
        }
    }

    @Test
    void anObjectALine() throws Exception {
        try (Recording recording = Recording.open(file)) {
            List<String> lines =
                    Sse.text(recording, 2, Export.Format.JSONL).lines().toList();
            assertThat(lines).hasSize(5);
            assertThat(lines.get(0))
                    .isEqualTo("{\"seq\":2,\"received_at\":\"1970-01-01T00:00:01Z\",\"id\":\"0\","
                            + "\"event\":\"values|a:1\",\"namespace\":\"a:1\",\"node\":null,\"task_id\":null,"
                            + "\"step\":null,\"data\":{\"a\":  1.0}}");
            for (String line : lines) {
                assertThat(Json.parse(line)).isInstanceOf(JsonObject.class);
            }
            assertThat(lines.get(1)).contains("\"masked\":true,\"data\":\"•\uFEFF\u2028\"");
            assertThat(((JsonObject) Json.parse(lines.get(2))).get("gap"))
                    .isEqualTo(new JsonString("One event\nis missing."));
            assertThat(lines.get(3)).endsWith("\"data_text\":\"{broken\"}");
        }
    }
}
