package dev.threadline.session;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.CaptureInfo;
import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.RunRecord;
import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.protocol.WireEvent;
import dev.threadline.run.EventDecoder;
import dev.threadline.run.RunStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// A live recording fed from recorded exchanges, each a run of its own, at the times they arrived.
public final class Feed implements AutoCloseable {
    private static final Path RECORDINGS = Path.of("src/test/recordings/js");

    private final Recording recording;
    private long seq;
    private int run;
    private long last;

    /// An empty recording in a new file of a folder.
    public Feed(Path folder) throws CaptureFailure {
        recording = Recording.create(
                folder.resolve("feed-" + System.nanoTime() + ".threadline"),
                new CaptureInfo("local dev", "http://127.0.0.1:2024", "test", null, 5));
    }

    /// What panels see.
    public Recording recording() {
        return recording;
    }

    /// When the last event arrived: microseconds since the epoch.
    public long last() {
        return last;
    }

    /// Adds a recorded exchange as the next run: its first `events` events, ended as told.
    public Feed add(String name, int events, RunStatus status) throws IOException, JsonFailure {
        JsonValue meta = Json.parse(Files.readString(RECORDINGS.resolve(name + ".meta.json")));
        byte[] body = Files.readAllBytes(RECORDINGS.resolve(name + ".sse"));
        long started = micros(((JsonString) meta.at(JsonPointer.parse("/started_at"))).value());
        String request = Json.write(meta.at(JsonPointer.parse("/request/body")));
        JsonArray chunks = (JsonArray) meta.at(JsonPointer.parse("/chunks_ms_offset_length"));
        run++;
        begin(request, started, RunStatus.RUNNING);
        int at = 0;
        int chunk = 0;
        int added = 0;
        while (at < body.length && added < events) {
            int end = blockEnd(body, at);
            while (chunk + 1 < chunks.items().size() && number(chunks, chunk + 1, 1) < end) {
                chunk++;
            }
            last = started + Math.round(number(chunks, chunk, 0) * 1000);
            if (append(new String(body, at, end - at, StandardCharsets.UTF_8), last)) {
                added++;
            }
            at = end;
        }
        begin(request, started, status);
        return this;
    }

    /// Adds one event as the stream of the current run has it.
    public Feed event(String name, String data, long time) {
        last = time;
        EventFacts facts = EventDecoder.decode(++seq, run, new WireEvent(time, null, name, data, false));
        recording.append(facts, data);
        return this;
    }

    /// Begins a run, or tells how it stands.
    public Feed run(int number, RunStatus status, long time) {
        run = number;
        begin("{}", time, status);
        return this;
    }

    /// Adds a gap after the last event.
    public Feed gap() {
        recording.add(new ConnectionEntry(run, seq, last, ConnectionEntry.Kind.GAP, null));
        return this;
    }

    @Override
    public void close() {
        recording.close();
    }

    private void begin(String request, long started, RunStatus status) {
        recording.put(new RunRecord(
                run, "run-" + run, "test", request, started, status.ended() ? last : 0, status.word(), null));
    }

    private boolean append(String block, long time) {
        String name = "message";
        StringBuilder data = new StringBuilder();
        for (String line : block.split("\n")) {
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data.append(data.isEmpty() ? "" : "\n").append(line.substring(6));
            }
        }
        if (data.isEmpty()) {
            return false;
        }
        event(name, data.toString(), time);
        return true;
    }

    private static int blockEnd(byte[] body, int from) {
        for (int i = from; i + 1 < body.length; i++) {
            if (body[i] == '\n' && body[i + 1] == '\n') {
                return i + 2;
            }
        }
        return body.length;
    }

    private static double number(JsonArray chunks, int chunk, int column) {
        JsonArray row = (JsonArray) chunks.items().get(chunk);
        return Double.parseDouble(((JsonNumber) row.items().get(column)).literal());
    }

    private static long micros(String iso) {
        Instant at = Instant.parse(iso);
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
    }
}
