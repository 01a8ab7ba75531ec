package dev.threadline.session;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.json.Json;
import dev.threadline.json.JsonValue.JsonString;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Events as JSON objects, one a line; a gap is an object with the one member `gap`.
final class JsonlForm implements EventForm {
    private final Writer out;

    JsonlForm(Writer out) {
        this.out = out;
    }

    @Override
    public void event(EventFacts facts, String data) throws IOException {
        begin(facts);
        if (facts.kind() == EventKind.MALFORMED || data.isBlank()) {
            member("data_text", data);
        } else {
            out.write(",\"data\":");
            // Line ends can stand between the tokens of JSON only, where a space does as well.
            out.write(data.replace('\n', ' ').replace('\r', ' '));
        }
        out.write("}\n");
    }

    @Override
    public void event(EventFacts facts, Reader data) throws IOException {
        begin(facts);
        boolean json = facts.kind() != EventKind.MALFORMED;
        out.write(json ? ",\"data\":" : ",\"data_text\":\"");
        char[] some = new char[1 << 16];
        for (int got = data.read(some); got >= 0; got = data.read(some)) {
            String piece = new String(some, 0, got);
            out.write(json ? piece.replace('\n', ' ').replace('\r', ' ') : inner(text(piece)));
        }
        out.write(json ? "}\n" : "\"}\n");
    }

    private static String inner(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }

    private void begin(EventFacts facts) throws IOException {
        head(facts);
        if (facts.is(EventFlag.HISTORY)) {
            out.write(",\"from_history\":true");
        }
        if (facts.is(EventFlag.MASKED)) {
            out.write(",\"masked\":true");
        }
    }

    @Override
    public void unreadable(EventFacts facts, String reason) throws IOException {
        head(facts);
        member("unreadable", reason);
        out.write("}\n");
    }

    @Override
    public void gap(ConnectionEntry gap) throws IOException {
        out.write("{\"gap\":" + text(gap.detail() == null ? "events may be missing here" : gap.detail()) + "}\n");
    }

    private void head(EventFacts facts) throws IOException {
        out.write("{\"seq\":" + facts.seq());
        member(
                "received_at",
                Instant.EPOCH.plus(facts.receivedAt(), ChronoUnit.MICROS).toString());
        member("id", facts.id());
        member("event", facts.name());
        member("namespace", facts.namespace());
        member("node", facts.node());
        member("task_id", facts.task());
        out.write(",\"step\":" + (facts.hasStep() ? Integer.toString(facts.step()) : "null"));
    }

    private void member(String name, @Nullable String value) throws IOException {
        out.write(",\"" + name + "\":" + text(value));
    }

    private static String text(@Nullable String value) {
        return value == null ? "null" : Json.write(new JsonString(value));
    }
}
