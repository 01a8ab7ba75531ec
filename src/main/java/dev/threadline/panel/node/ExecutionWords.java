package dev.threadline.panel.node;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.EventLog;
import dev.threadline.run.Execution;
import dev.threadline.run.Lane;
import dev.threadline.run.Span;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.theme.Glyph;
import java.util.List;

/// Words and figures of executions. JavaFX thread only.
final class ExecutionWords {
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

    /// The word of a state.
    static String state(Execution execution) {
        return execution.state().name().toLowerCase(java.util.Locale.ROOT);
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
        StringBuilder out = new StringBuilder();
        out.append(
                lane.parent() == null
                        ? "root namespace"
                        : "in " + lane.parent().path().replace("/", " / "));
        out.append(", ").append(Figures.count(all.size())).append(all.size() == 1 ? " execution" : " executions");
        boolean one = !all.isEmpty()
                && all.getFirst().step() != EventFacts.NO_STEP
                && all.stream().allMatch(e -> e.step() == all.getFirst().step());
        if (one) {
            out.append(" in step ").append(all.getFirst().step());
        }
        return out.append(!all.isEmpty() && all.getLast().fanOut() ? ", by Send" : "")
                .toString();
    }

    /// An execution as a sentence: `score, step 2, done, 132 ms`.
    static String sentence(Execution execution, OpenRun run) {
        String step = execution.step() == EventFacts.NO_STEP ? "" : ", step " + execution.step();
        return execution.node() + step + ", " + state(execution) + ", " + millis(took(execution, run));
    }
}
