package dev.threadline.panel.timeline;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.Execution;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;

/// The supersteps of the root namespace in order of time: the bands behind the bars.
///
/// Grows with the executions, looking at each once.
final class Steps {
    private static final Words WORDS = Words.of(Steps.class);
    private final List<Step> steps = new ArrayList<>();
    private int looked;

    /// A superstep.
    static final class Step {
        private final int run;
        private final int number;
        private final boolean resumed;
        private final long start;
        private final List<Execution> executions = new ArrayList<>();

        Step(Execution first, boolean resumed) {
            run = first.run();
            number = first.step();
            start = first.start();
            this.resumed = resumed;
        }

        int number() {
            return number;
        }

        long start() {
            return start;
        }

        /// What stands at its begin: `step 2`, `step 2 resumed`.
        String label() {
            return resumed
                    ? WORDS.text("step.resumed", Integer.toString(number))
                    : WORDS.text("step.number", Integer.toString(number));
        }

        /// Where its last execution ends; `now` while one runs or waits.
        long end(long now) {
            long end = start;
            for (Execution execution : executions) {
                boolean open = execution.end() == EventFacts.NO_TIME || execution.state() == Execution.State.WAITING;
                end = Math.max(end, open ? now : execution.end());
            }
            return end;
        }
    }

    /// Takes the executions added since the last look.
    void update(List<Execution> all) {
        for (; looked < all.size(); looked++) {
            Execution next = all.get(looked);
            if (next.parent() == null && next.step() != EventFacts.NO_STEP) {
                stepOf(next).executions.add(next);
            }
        }
    }

    int size() {
        return steps.size();
    }

    Step get(int index) {
        return steps.get(index);
    }

    /// Where a step's band ends: at the next band, at the latest.
    long end(int index, long now) {
        long end = steps.get(index).end(now);
        return index + 1 < steps.size() ? Math.min(end, steps.get(index + 1).start) : end;
    }

    /// The position of the last step that begins at or before a time, or -1.
    int at(long time) {
        int low = 0;
        int high = steps.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).start <= time) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private Step stepOf(Execution next) {
        boolean resumed = false;
        if (!steps.isEmpty()) {
            Step last = steps.getLast();
            if (last.run == next.run() && last.number == next.step()) {
                return last;
            }
            resumed = last.run != next.run() && last.number == next.step();
        }
        Step made = new Step(next, resumed);
        steps.add(made);
        return made;
    }
}
