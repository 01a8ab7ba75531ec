package dev.threadline.session;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.Payloads;
import dev.threadline.run.EventLog;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;

/// One run of a recording as text: the events in order of arrival, replayed duplicates left out.
///
/// Blocks; holds one payload at a time, of a large one only a part.
public final class Export {
    /// The forms that a run can be written in.
    public enum Format {
        /// The event stream: each event's id, name and data exactly as received.
        SSE,
        /// A JSON object a line and event: `seq`, `received_at`, `id`, `event`, `namespace`, `node`, `task_id`, `step`
        /// and `data`; where the data is no JSON, `data_text` in place of `data`. What was never streamed has
        /// `from_history`; an event stream holds a comment in its place.
        JSONL
    }

    private final Recording recording;
    private final int run;
    private final EventForm form;
    private final Writer out;
    private int unreadable;

    private Export(Recording recording, int run, EventForm form, Writer out) {
        this.recording = recording;
        this.run = run;
        this.form = form;
        this.out = out;
    }

    /// Writes a run's events.
    ///
    /// @param run the run's number, from 1
    /// @return how many events could not be read; each is marked in the text
    /// @throws IOException where `out` can't be written
    public static int write(Recording recording, int run, Format format, Writer out) throws IOException {
        EventForm form = switch (format) {
            case SSE -> new SseForm(out);
            case JSONL -> new JsonlForm(out);
        };
        return new Export(recording, run, form, out).write();
    }

    private int write() throws IOException {
        EventLog log = recording.log();
        Iterator<ConnectionEntry> gaps = gaps().iterator();
        ConnectionEntry gap = gaps.hasNext() ? gaps.next() : null;
        int size = log.size();
        for (int i = 0; i < size; i++) {
            while (gap != null && gap.afterSeq() < log.seq(i)) {
                form.gap(gap);
                gap = gaps.hasNext() ? gaps.next() : null;
            }
            if (log.run(i) == run && !log.is(i, EventFlag.DUPLICATE)) {
                event(log.facts(i));
            }
        }
        while (gap != null) {
            form.gap(gap);
            gap = gaps.hasNext() ? gaps.next() : null;
        }
        out.flush();
        return unreadable;
    }

    private void event(EventFacts facts) throws IOException {
        try {
            if (facts.size() <= Payloads.LARGEST) {
                form.event(facts, recording.payloads().data(facts.seq()));
                return;
            }
            try (Reader data = recording.payloads().reader(facts.seq())) {
                form.event(facts, data);
            }
        } catch (CaptureFailure e) {
            unreadable++;
            form.unreadable(facts, e.sentence());
        }
    }

    private List<ConnectionEntry> gaps() {
        return recording.ledger().stream()
                .filter(line -> line.run() == run && line.kind() == ConnectionEntry.Kind.GAP)
                .toList();
    }
}
