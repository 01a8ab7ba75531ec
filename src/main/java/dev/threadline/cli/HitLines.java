package dev.threadline.cli;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.Needle;
import dev.threadline.capture.Snippet;
import dev.threadline.json.Json;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.run.EventLog;
import dev.threadline.session.Hits;
import dev.threadline.session.Recording;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The lines of `grep`: an event each, with what stands around its first match.
final class HitLines {
    private static final int AROUND = 60;
    private static final String MATCH = "\u001b[1;31m";
    private static final String PLAIN = "\u001b[0m";
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Surroundings surroundings;
    private final Recording recording;
    private final EventLog log;
    private final @Nullable Needle needle;
    private final boolean json;
    private final boolean coloured;
    private final Writer out;
    private int written;

    HitLines(Surroundings surroundings, Recording recording, @Nullable Needle needle, boolean json) {
        this.surroundings = surroundings;
        this.recording = recording;
        this.log = recording.log();
        this.needle = needle;
        this.json = json;
        coloured = surroundings.terminal() && !surroundings.environment().containsKey("NO_COLOR");
        out = new BufferedWriter(new OutputStreamWriter(surroundings.out(), StandardCharsets.UTF_8), 1 << 16);
    }

    /// Writes the hits that are new; gives whether anybody still reads them.
    boolean write(Hits hits) {
        try {
            for (int size = hits.size(); written < size; written++) {
                int event = hits.index(written);
                String line = json ? object(event, snippet(event)) : line(event, snippet(event));
                out.write(line + "\n");
            }
            out.flush();
            return !(surroundings.out() instanceof PrintStream print && print.checkError());
        } catch (IOException e) {
            return false;
        }
    }

    /// Writes how many hits there are.
    void count(int hits) throws IOException {
        out.write(hits + "\n");
        out.flush();
    }

    private Snippet snippet(int event) {
        try {
            String data = recording.payloads().data(log.seq(event));
            Needle.Match match = needle == null ? new Needle.Match(0, 0) : needle.find(data, 0);
            return match == null ? new Snippet("", "", "", true, true) : Snippet.of(data, match, AROUND, AROUND);
        } catch (CaptureFailure e) {
            return new Snippet(e.sentence(), "", "", true, true);
        }
    }

    private String line(int event, Snippet snippet) {
        String node = log.node(event);
        return String.format(
                        Locale.ROOT,
                        "%7d  %s  %-12s  %-16s  ",
                        log.seq(event),
                        CLOCK.format(arrived(event)),
                        log.mode(event),
                        node == null ? "-" : node)
                + (snippet.start() ? "" : "…")
                + visible(snippet.before())
                + (coloured ? MATCH + visible(snippet.match()) + PLAIN : visible(snippet.match()))
                + visible(snippet.after())
                + (snippet.end() ? "" : "…");
    }

    private String object(int event, Snippet snippet) {
        return "{\"seq\":" + log.seq(event) + ",\"run\":" + log.run(event) + ",\"received_at\":"
                + text(arrived(event).toString()) + ",\"mode\":" + text(log.mode(event)) + ",\"node\":"
                + text(log.node(event)) + ",\"namespace\":" + text(log.namespace(event)) + ",\"before\":"
                + text(snippet.before()) + ",\"match\":" + text(snippet.match()) + ",\"after\":"
                + text(snippet.after()) + "}";
    }

    private Instant arrived(int event) {
        return Instant.EPOCH.plus(log.receivedAt(event), ChronoUnit.MICROS);
    }

    private static String text(@Nullable String value) {
        return value == null ? "null" : Json.write(new JsonString(value));
    }

    /// On one line, and nothing in it that a terminal would obey.
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", " ");
    }
}
