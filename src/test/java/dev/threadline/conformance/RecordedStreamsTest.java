package dev.threadline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.server.DeliveredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The suite's texts and the recordings tell of the same servers: streams of one kind have the same kinds of
/// events in the same order, and are framed alike.
class RecordedStreamsTest {
    private static final Path TEXTS = Path.of("src/test/resources/conformance");
    private static final Path RECORDINGS = Path.of("src/test/recordings");

    /// Each text of a stream and the recording of the same.
    static Stream<Path[]> pairs() {
        Map<String, String> same = new TreeMap<>();
        same.put("stream-default", "joke/mode-default");
        for (String mode : List.of(
                "values",
                "updates",
                "messages",
                "messages-tuple",
                "custom",
                "debug",
                "tasks",
                "checkpoints",
                "events")) {
            same.put("stream-" + mode, "joke/mode-" + mode);
        }
        for (String mode : List.of("values", "updates", "tasks", "debug", "events")) {
            same.put("interrupt-" + mode, "approval/mode-" + mode);
        }
        return Stream.of("js", "python")
                .flatMap(kind -> same.entrySet().stream().map(each -> new Path[] {
                    TEXTS.resolve(kind).resolve(each.getKey() + ".txt"),
                    RECORDINGS.resolve(kind).resolve(each.getValue() + ".sse")
                }));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void tellTheSame(Path text, Path recording) throws IOException {
        List<String> recorded = new ArrayList<>();
        for (DeliveredEvent event : DeliveredEvent.of(Files.readAllBytes(recording))) {
            add(recorded, event.name());
        }
        List<String> lines = Files.readAllLines(text);
        List<String> written = new ArrayList<>();
        for (int i = lines.indexOf("") + 1; i < lines.size() - 1; i++) {
            boolean data = lines.get(i + 1).startsWith("{") || lines.get(i + 1).startsWith("[");
            if (data && lines.get(i - 1).isEmpty()) {
                add(written, lines.get(i).replaceFirst("  id.*", ""));
            }
        }
        assertThat(written).isNotEmpty().isEqualTo(recorded);
        String ends = Files.readString(recording).contains("\r\n") ? "framing: CRLF" : "framing: LF";
        assertThat(lines).anyMatch(line -> line.startsWith(ends));
    }

    private static void add(List<String> kinds, String name) {
        String kind = name.replaceAll(":[^|]*", "");
        if (kinds.isEmpty() || !kinds.getLast().equals(kind)) {
            kinds.add(kind);
        }
    }
}
