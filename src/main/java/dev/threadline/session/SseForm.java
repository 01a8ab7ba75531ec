package dev.threadline.session;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

/// Events as an event stream; what a stream can't say stands in comments.
final class SseForm implements EventForm {
    private final Writer out;

    SseForm(Writer out) {
        this.out = out;
    }

    @Override
    public void event(EventFacts facts, String data) throws IOException {
        if (begins(facts)) {
            lines("data", data);
            end(facts);
        }
    }

    @Override
    public void event(EventFacts facts, Reader data) throws IOException {
        if (!begins(facts)) {
            return;
        }
        out.write("data: ");
        char[] some = new char[1 << 16];
        for (int got = data.read(some); got >= 0; got = data.read(some)) {
            int from = 0;
            for (int i = 0; i < got; i++) {
                if (some[i] == '\n') {
                    out.write(some, from, i + 1 - from);
                    out.write("data: ");
                    from = i + 1;
                }
            }
            out.write(some, from, got - from);
        }
        out.write('\n');
        end(facts);
    }

    /// Writes what comes before the data; false where a stream can't have the event.
    private boolean begins(EventFacts facts) throws IOException {
        if (facts.is(EventFlag.HISTORY)) {
            comment("from history, never streamed: " + facts.name() + " " + facts.seq());
            out.write('\n');
            return false;
        }
        if (facts.is(EventFlag.MASKED)) {
            comment("masked: a secret value in the next event was replaced");
        }
        if (facts.name().isEmpty()) {
            comment("damaged: the name and id of the next event are lost");
        } else {
            field("event", facts.name());
        }
        return true;
    }

    private void end(EventFacts facts) throws IOException {
        if (facts.id() != null) {
            field("id", facts.id());
        }
        out.write('\n');
    }

    @Override
    public void unreadable(EventFacts facts, String reason) throws IOException {
        comment("unreadable: event " + facts.seq() + " (" + facts.name() + "). " + reason);
        out.write('\n');
    }

    @Override
    public void gap(ConnectionEntry gap) throws IOException {
        comment("gap: events may be missing here." + (gap.detail() == null ? "" : " " + gap.detail()));
        out.write('\n');
    }

    private void comment(String text) throws IOException {
        lines("", text);
    }

    /// A field on as many lines as its value has.
    private void lines(String name, String value) throws IOException {
        int from = 0;
        for (int end = value.indexOf('\n'); end >= 0; end = value.indexOf('\n', from)) {
            field(name, value.substring(from, end));
            from = end + 1;
        }
        field(name, value.substring(from));
    }

    private void field(String name, String value) throws IOException {
        out.write(name);
        out.write(": ");
        out.write(value);
        out.write('\n');
    }
}
