package dev.threadline.panel;

import dev.threadline.capture.Capture;
import dev.threadline.capture.CaptureInfo;
import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.RunRecord;
import dev.threadline.json.Json;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.protocol.WireEvent;
import dev.threadline.run.EventDecoder;
import dev.threadline.session.Recording;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A capture made of recorded streams, run after run, with the arrival times of the recording.
public final class Recorded {
    /// The modes that are asked for by default; their events alone make lists like those of a user.
    public static final Set<String> DEFAULT_MODES =
            Set.of("metadata", "debug", "updates", "values", "messages", "custom", "error");

    private static final Path FOLDER = Path.of("src/test/recordings/js");
    private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":\"([^\"]+)\"");

    private final Capture capture;
    private final Set<String> modes;
    private long seq;
    private int run;
    private long epoch;

    private Recorded(Path file, Set<String> modes) throws Exception {
        CaptureInfo info = new CaptureInfo("local dev", "http://127.0.0.1:2024", "supervisor", "t-1", 1);
        this.capture = Capture.create(file, info);
        this.modes = modes;
    }

    /// A new capture that takes events of these modes only; all where there are none.
    public static Recorded into(Path file, Set<String> modes) throws Exception {
        return new Recorded(file, modes);
    }

    /// Adds a recorded stream as the next run: `supervisor/all-modes-subgraphs`.
    public Recorded run(String name, String status) throws Exception {
        return run(name, status, Integer.MAX_VALUE);
    }

    /// Adds the first events of a recorded stream as the next run.
    public Recorded run(String name, String status, int most) throws Exception {
        run++;
        JsonValue meta = Json.parse(Files.readString(FOLDER.resolve(name + ".meta.json")));
        byte[] body = Files.readAllBytes(FOLDER.resolve(name + ".sse"));
        String text = new String(body, StandardCharsets.ISO_8859_1);
        Matcher stamp = TIMESTAMP.matcher(text);
        epoch = stamp.find() ? micros(stamp.group(1)) - 5_000 : epoch + 1_000_000;
        JsonValue chunks = meta.at(JsonPointer.parse("/chunks_ms_offset_length"));
        JsonValue request = meta.at(JsonPointer.parse("/request/body"));
        String sent = request == null ? "{}" : Json.write(request);
        capture.put(new RunRecord(run, "run-" + run, "supervisor", sent, epoch, epoch + 1_000_000, status, null));
        int taken = 0;
        String gap = text.contains("\r\n") ? "\r\n\r\n" : "\n\n";
        for (int from = 0, end; (end = text.indexOf(gap, from)) >= 0 && taken < most; from = end + gap.length()) {
            String block = new String(body, from, end - from, StandardCharsets.UTF_8);
            taken += block(block, epoch + arrival(chunks, end)) ? 1 : 0;
        }
        return this;
    }

    /// Adds an event of the current run.
    public Recorded event(String name, String data) {
        block("event: " + name + "\ndata: " + data, epoch + 900_000);
        return this;
    }

    /// Adds a line to the ledger after the newest event.
    public Recorded line(ConnectionEntry.Kind kind, String detail) {
        capture.add(new ConnectionEntry(run, seq, epoch + 900_000, kind, detail));
        return this;
    }

    /// Closes the capture and opens it as a recording.
    public Recording open() throws Exception {
        capture.close();
        return Recording.open(capture.file());
    }

    private boolean block(String block, long at) {
        String name = field(block, "event: ");
        String mode = name.contains("|") ? name.substring(0, name.indexOf('|')) : name;
        if (!modes.isEmpty() && !modes.contains(mode)) {
            return false;
        }
        String data = field(block, "data: ");
        WireEvent event = new WireEvent(at, field(block, "id: "), name, data, false);
        capture.append(EventDecoder.decode(++seq, run, event), data);
        return true;
    }

    private static String field(String block, String name) {
        for (String line : List.of(block.split("\r?\n"))) {
            if (line.startsWith(name)) {
                return line.substring(name.length());
            }
        }
        return "";
    }

    private static long arrival(JsonValue chunks, int offset) {
        if (chunks instanceof JsonArray array) {
            for (JsonValue chunk : array.items()) {
                double from = number(chunk, 1);
                if (offset <= from + number(chunk, 2)) {
                    return (long) (number(chunk, 0) * 1000);
                }
            }
        }
        return 0;
    }

    private static double number(JsonValue chunk, int index) {
        return ((JsonArray) chunk).items().get(index) instanceof JsonNumber(String literal)
                ? Double.parseDouble(literal)
                : 0;
    }

    private static long micros(String stamp) {
        Instant at = Instant.parse(stamp);
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
    }
}
