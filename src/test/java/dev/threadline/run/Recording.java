package dev.threadline.run;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.Payloads;
import dev.threadline.json.Json;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.protocol.WireEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A recorded stream: its events with the times at which their last bytes arrived.
record Recording(Path file, List<WireEvent> events) implements Payloads {
    static final Path ROOT = Path.of("src/test/recordings");
    private static final long BASE = 1_795_000_000_000_000L;

    static List<Path> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".sse"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Recording read(Path file) {
        try {
            byte[] body = Files.readAllBytes(file);
            return new Recording(file, new SseText(body, arrivals(file)).events());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Recording read(String name) {
        return read(ROOT.resolve(name));
    }

    /// `js/joke/mode-debug`, from the file's name.
    static String name(Path file) {
        String path = ROOT.relativize(file).toString().replace('\\', '/');
        return path.substring(0, path.length() - ".sse".length());
    }

    /// From the end of each network read to its time in microseconds.
    private static NavigableMap<Long, Long> arrivals(Path file) throws IOException {
        NavigableMap<Long, Long> times = new TreeMap<>(Map.of(0L, BASE));
        Path meta = Path.of(file.toString().replace(".sse", ".meta.json"));
        if (!Files.exists(meta)) {
            return times;
        }
        try {
            JsonValue chunks = Json.parse(Files.readString(meta)).at(JsonPointer.parse("/chunks_ms_offset_length"));
            if (chunks instanceof JsonArray(List<JsonValue> items)) {
                for (JsonValue item : items) {
                    List<JsonValue> numbers = ((JsonArray) item).items();
                    long end = number(numbers.get(1), 1) + number(numbers.get(2), 1);
                    times.put(end, BASE + number(numbers.get(0), 1_000));
                }
            }
        } catch (dev.threadline.json.JsonFailure e) {
            throw new IOException(meta + ": " + e.getMessage(), e);
        }
        return times;
    }

    private static long number(JsonValue value, int scale) {
        return new BigDecimal(((JsonNumber) value).literal())
                .multiply(BigDecimal.valueOf(scale))
                .longValue();
    }

    List<EventFacts> facts(int run, long firstSeq) {
        List<EventFacts> facts = new ArrayList<>();
        StreamDecoder decoder = new StreamDecoder(run);
        for (WireEvent event : events) {
            facts.add(decoder.decode(firstSeq + facts.size(), event));
        }
        return facts;
    }

    @Override
    public String data(long seq) throws CaptureFailure {
        return events.get((int) seq - 1).data();
    }

    @Override
    public String head(long seq, int chars) throws CaptureFailure {
        String data = data(seq);
        return data.substring(0, Math.min(chars, data.length()));
    }

    /// How many blocks with data the body holds, counted without the reader: what must come out of it.
    int blocks() throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        int last = text.lastIndexOf("\n\n");
        String whole = last < 0 ? "" : text.substring(0, last);
        return (int) Stream.of(whole.split("\n\n+"))
                .filter(block -> block.startsWith("data:") || block.contains("\ndata:"))
                .count();
    }
}
