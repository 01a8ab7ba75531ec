package dev.threadline.panel.node;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.EventLog;
import dev.threadline.run.Execution;
import dev.threadline.run.Lane;
import dev.threadline.run.Span;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.theme.Glyph;
import dev.threadline.words.Words;
import java.util.List;

/// Words and figures of executions. JavaFX thread only.
final class ExecutionWords {
    private static final Words WORDS = Words.of(ExecutionWords.class);

    private ExecutionWords() {}

    /// The mark of a state.
    static Glyph glyph(Execution execution) {
        return switch (execution.state()) {
            case RUNNING -> Glyph.RUNNING;
            case DONE -> Glyph.DONE;
            case WAITING -> Glyph.WAITING;
            case FAILED -> Glyph.FAILED;
            case CANCELLED -> Glyph.CANCELLED;
            case CACHED -> Glyph.CACHED;
            case UNKNOWN -> Glyph.UNKNOWN;
        };
    }

    /// The word of an execution's state.
    static String state(Execution execution) {
        return state(execution.state());
    }

    /// The word of a state.
    static String state(Execution.State state) {
        return switch (state) {
            case RUNNING -> WORDS.text("words.running");
            case DONE -> WORDS.text("words.done");
            case WAITING -> WORDS.text("words.waiting");
            case FAILED -> WORDS.text("words.failed");
            case CANCELLED -> WORDS.text("words.cancelled");
            case CACHED -> WORDS.text("words.cached");
            case UNKNOWN -> WORDS.text("words.unknown");
        };
    }

    /// How long it took, or has run as far as is known: microseconds.
    static long took(Execution execution, OpenRun run) {
        Span span = run.executions().span();
        long end = execution.end() != EventFacts.NO_TIME
                ? execution.end()
                : span == null ? execution.start() : span.last();
        return Math.max(0, end - execution.start());
    }

    /// A duration that is compared digit by digit: `1,070 ms`; from a minute on as everywhere.
    static String millis(long micros) {
        return micros < 60_000_000 ? Figures.count(Math.round(micros / 1000.0)) + " ms" : Figures.duration(micros);
    }

    /// Bytes of the event that tells what it wrote, or -1 where none does.
    static long wrote(Execution execution, EventLog log) {
        if (execution.updateSeq() == 0 && !ended(execution)) {
            return -1;
        }
        long seq = execution.updateSeq() != 0 ? execution.updateSeq() : execution.resultSeq();
        int event = seq == 0 ? -1 : log.indexOf(seq);
        return event < 0 ? -1 : log.size(event);
    }

    /// Whether its result tells what it wrote, not why it stopped.
    static boolean ended(Execution execution) {
        return execution.state() == Execution.State.DONE || execution.state() == Execution.State.CACHED;
    }

    /// Where and how often: `root namespace, 40 executions in step 2, by Send`.
    static String place(Lane lane) {
        List<Execution> all = lane.executions();
        String where = lane.parent() == null
                ? WORDS.text("words.root")
                : WORDS.text("words.in", lane.parent().path().replace("/", " / "));
        boolean one = !all.isEmpty()
                && all.getFirst().step() != EventFacts.NO_STEP
                && all.stream().allMatch(e -> e.step() == all.getFirst().step());
        String count = Figures.count(all.size());
        String place = one
                ? WORDS.text(
                        "words.place.step",
                        where,
                        all.size(),
                        count,
                        Integer.toString(all.getFirst().step()))
                : WORDS.text("words.place", where, all.size(), count);
        return !all.isEmpty() && all.getLast().fanOut() ? WORDS.text("words.by-send", place) : place;
    }

    /// An execution as a sentence: `score, step 2, done, 132 ms`.
    static String sentence(Execution execution, OpenRun run) {
        String state = state(execution);
        String took = millis(took(execution, run));
        return execution.step() == EventFacts.NO_STEP
                ? WORDS.text("words.sentence", execution.node(), state, took)
                : WORDS.text("words.sentence.step", execution.node(), state, took, Integer.toString(execution.step()));
    }
}
