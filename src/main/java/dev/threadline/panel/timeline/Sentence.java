package dev.threadline.panel.timeline;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.Execution;
import dev.threadline.ui.kit.Figures;

/// An execution in words, for those who don't see it: `score, step 2, done, 132 ms`.
final class Sentence {
    private Sentence() {}

    static String of(Execution execution, long now) {
        String step = execution.step() == EventFacts.NO_STEP ? "" : ", step " + execution.step();
        long end = execution.end() == EventFacts.NO_TIME ? Math.max(now, execution.start()) : execution.end();
        return execution.node() + step + ", " + state(execution.state()) + ", "
                + Figures.duration(end - execution.start());
    }

    /// The state's word.
    static String state(Execution.State state) {
        return switch (state) {
            case RUNNING -> "running";
            case DONE -> "done";
            case WAITING -> "waiting";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
            case CACHED -> "cached";
            case UNKNOWN -> "unknown";
        };
    }
}
