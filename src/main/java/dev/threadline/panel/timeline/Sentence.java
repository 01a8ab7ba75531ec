package dev.threadline.panel.timeline;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.Execution;
import dev.threadline.ui.kit.Figures;
import dev.threadline.words.Words;

/// An execution in words, for those who don't see it: `score, step 2, done, 132 ms`.
final class Sentence {
    private static final Words WORDS = Words.of(Sentence.class);

    private Sentence() {}

    static String of(Execution execution, long now) {
        String state = state(execution.state());
        long end = execution.end() == EventFacts.NO_TIME ? Math.max(now, execution.start()) : execution.end();
        String took = Figures.duration(end - execution.start());
        return execution.step() == EventFacts.NO_STEP
                ? WORDS.text("sentence.of", execution.node(), state, took)
                : WORDS.text("sentence.of.step", execution.node(), state, took, Integer.toString(execution.step()));
    }

    /// The state's word.
    static String state(Execution.State state) {
        return switch (state) {
            case RUNNING -> WORDS.text("sentence.running");
            case DONE -> WORDS.text("sentence.done");
            case WAITING -> WORDS.text("sentence.waiting");
            case FAILED -> WORDS.text("sentence.failed");
            case CANCELLED -> WORDS.text("sentence.cancelled");
            case CACHED -> WORDS.text("sentence.cached");
            case UNKNOWN -> WORDS.text("sentence.unknown");
        };
    }
}
