package dev.threadline.panel.events;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventKind;
import dev.threadline.capture.Needle;
import dev.threadline.capture.Payloads;
import dev.threadline.capture.RunRecord;
import dev.threadline.capture.Snippet;
import dev.threadline.run.EventLog;
import dev.threadline.run.EventSummary;
import dev.threadline.run.EventSummary.Role;
import dev.threadline.run.EventSummary.Segment;
import dev.threadline.run.Execution;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the rows say, read in the background for the rows on screen and kept for a while.
///
/// A row asks while it is drawn; what isn't known yet is read by one job after the draw, and `news` is called when it
/// arrived. JavaFX thread only.
final class Summaries {
    private static final Words WORDS = Words.of(Summaries.class);
    private static final int KEPT = 4000;
    private static final int ENOUGH = 240;
    private static final int BATCH = 128;
    private static final int LOOKED_THROUGH = 4_000_000;

    private final OpenRun run;
    private final Runnable news;
    private final Map<Long, Known> known = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Known> eldest) {
            return size() > KEPT;
        }
    };
    private final Map<Long, Wanted> wanted = new LinkedHashMap<>();
    private boolean reading;

    /// @param ended when the execution had ended, as it was known then
    /// @param sought what was looked for then
    private record Known(
            List<Segment> segments,
            int count,
            long ended,
            @Nullable Needle sought) {}

    private record Wanted(
            EventFacts facts,
            int event,
            int count,
            @Nullable Execution execution,
            long ended,
            @Nullable RunRecord begins,
            @Nullable Needle sought) {}

    private record Read(long key, Known known) {}

    Summaries(OpenRun run, Runnable news) {
        this.run = run;
        this.news = news;
    }

    /// Forgets what was asked for; called before a draw, so that only rows on screen are read.
    void begin() {
        wanted.clear();
    }

    /// What an event says, or null while it isn't known.
    @Nullable
    List<Segment> event(int index) {
        return ask(run.log().seq(index) * 4, index, 1, null);
    }

    /// The text of neighbouring tokens, or null while it isn't known.
    @Nullable
    List<Segment> group(int index, int count) {
        return ask(run.log().seq(index) * 4 + 1, index, count, null);
    }

    /// How a run began, or null while it isn't known.
    @Nullable
    List<Segment> begin(int index, RunRecord record) {
        return ask(run.log().seq(index) * 4 + 2, index, 1, record);
    }

    private @Nullable List<Segment> ask(long key, int index, int count, @Nullable RunRecord begins) {
        Known here = known.get(key);
        long ended = ended(index);
        Needle sought = count == 1 && begins == null ? sought(index) : null;
        boolean full = here != null
                && here.ended == ended
                && Objects.equals(here.sought, sought)
                && (here.count >= count || length(here.segments) >= ENOUGH);
        if (!full) {
            EventFacts facts = run.log().facts(index);
            wanted.put(key, new Wanted(facts, index, count, run.executions().of(facts), ended, begins, sought));
        }
        return here == null ? null : here.segments;
    }

    /// The text that an event was found by, or null.
    @Nullable
    Needle sought(int index) {
        return run.search().hits().has(index) ? run.search().needle() : null;
    }

    /// When the task of a result ended; its bar may learn that a moment after its row is drawn.
    private long ended(int index) {
        if (run.log().kind(index) != EventKind.TASK_RESULT) {
            return 0;
        }
        Execution execution = run.executions().of(run.log().facts(index));
        return execution == null ? 0 : execution.end();
    }

    private static int length(List<Segment> segments) {
        return segments.stream().mapToInt(s -> s.text().length()).sum();
    }

    /// Whether all that was asked for is known.
    boolean settled() {
        return !reading && wanted.isEmpty();
    }

    /// Starts reading what was asked for, one job at a time.
    void pulse() {
        if (reading || wanted.isEmpty()) {
            return;
        }
        reading = true;
        Map<Long, Wanted> batch = new LinkedHashMap<>();
        wanted.entrySet().stream()
                .skip(Math.max(0, wanted.size() - BATCH))
                .forEach(e -> batch.put(e.getKey(), e.getValue()));
        wanted.clear();
        Payloads payloads = run.recording().payloads();
        EventLog log = run.log();
        run.background().start(() -> read(batch, payloads, log), this::arrived, e -> reading = false);
    }

    private void arrived(List<Read> all) {
        reading = false;
        all.forEach(one -> known.put(one.key, one.known));
        news.run();
    }

    private static List<Read> read(Map<Long, Wanted> batch, Payloads payloads, EventLog log) {
        List<Read> made = new ArrayList<>();
        batch.forEach((key, row) ->
                made.add(new Read(key, new Known(words(row, payloads, log), row.count, row.ended, row.sought))));
        return made;
    }

    private static List<Segment> words(Wanted row, Payloads payloads, EventLog log) {
        try {
            if (row.begins != null) {
                return RunBegin.words(row.begins);
            }
            if (row.count > 1) {
                return tokens(row, payloads, log);
            }
            return found(
                    row,
                    EventSummary.of(row.facts, head(row.facts, row.facts.seq(), payloads), row.execution),
                    payloads);
        } catch (CaptureFailure e) {
            return List.of(new Segment(String.valueOf(e.getMessage()), Role.FAILED));
        }
    }

    /// What was found, where it is not in the summary.
    private static List<Segment> found(Wanted row, List<Segment> summary, Payloads payloads) throws CaptureFailure {
        Needle sought = row.sought;
        if (sought == null
                || row.facts.size() > LOOKED_THROUGH
                || summary.stream().anyMatch(piece -> sought.in(piece.text()))) {
            return summary;
        }
        String data = payloads.data(row.facts.seq());
        Needle.Match match = sought.find(data, 0);
        return match == null
                ? summary
                : List.of(new Segment(Snippet.of(data, match, 16, 160).line(), Role.MUTED));
    }

    private static List<Segment> tokens(Wanted row, Payloads payloads, EventLog log) throws CaptureFailure {
        StringBuilder text = new StringBuilder();
        // A partial message holds all of the text so far, so the last one tells enough.
        boolean whole = row.facts.kind() == EventKind.MESSAGE_PARTIAL;
        int first = whole ? row.event + row.count - 1 : row.event;
        for (int i = first; i < row.event + row.count && text.length() < ENOUGH; i++) {
            text.append(EventSummary.chunkText(head(row.facts, log.seq(i), payloads)));
        }
        return List.of(
                new Segment(WORDS.text("summary.tokens", row.count, Figures.count(row.count)) + " ", Role.STRONG),
                new Segment(text.toString().strip(), Role.JSON));
    }

    private static String head(EventFacts facts, long seq, Payloads payloads) throws CaptureFailure {
        return payloads.head(seq, EventSummary.head(facts.kind()));
    }
}
