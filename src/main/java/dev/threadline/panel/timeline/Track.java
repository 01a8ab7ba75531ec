package dev.threadline.panel.timeline;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.Execution;
import java.util.ArrayList;
import java.util.List;

/// Executions of one lane that don't overlap, in order of time: one line of bars.
final class Track {
    private final List<Execution> executions = new ArrayList<>();

    int size() {
        return executions.size();
    }

    Execution get(int index) {
        return executions.get(index);
    }

    void add(Execution execution) {
        executions.add(execution);
    }

    /// The position of the first execution that ends at or after a time; the size where none does.
    int firstEndingAt(long time) {
        int low = 0;
        int high = executions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            long end = executions.get(middle).end();
            if (end != EventFacts.NO_TIME && end < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
