package dev.threadline.run;

import dev.threadline.run.StateHistory.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who wrote before a state, kept small: a capture has as many writers as tasks. Immutable.
final class Writers {
    private static final Writers NONE = new Writers(new String[0], new long[0], null);

    private final String[] nodes;
    /// Three a writer: the event, and its task's UUID.
    private final long[] numbers;
    /// The tasks, where one of them is no UUID.
    private final @Nullable String @Nullable [] tasks;

    private Writers(String[] nodes, long[] numbers, @Nullable String @Nullable [] tasks) {
        this.nodes = nodes;
        this.numbers = numbers;
        this.tasks = tasks;
    }

    static Writers of(List<Writer> writers) {
        if (writers.isEmpty()) {
            return NONE;
        }
        String[] nodes = new String[writers.size()];
        long[] numbers = new long[3 * nodes.length];
        @Nullable String @Nullable [] tasks = null;
        for (int i = 0; i < nodes.length; i++) {
            Writer writer = writers.get(i);
            String task = writer.task();
            nodes[i] = writer.node();
            numbers[3 * i] = writer.seq();
            if (task != null && Uuid.is(task, 0)) {
                numbers[3 * i + 1] = Uuid.most(task, 0);
                numbers[3 * i + 2] = Uuid.least(task, 0);
            } else {
                tasks = tasks == null ? new String[nodes.length] : tasks;
                tasks[i] = task == null ? "" : task;
            }
        }
        return new Writers(nodes, numbers, tasks);
    }

    /// In order of arrival.
    List<Writer> all() {
        List<Writer> all = new ArrayList<>(nodes.length);
        for (int i = 0; i < nodes.length; i++) {
            all.add(new Writer(nodes[i], task(i), numbers[3 * i]));
        }
        return all;
    }

    private @Nullable String task(int index) {
        String other = tasks == null ? null : tasks[index];
        if (other == null) {
            return Uuid.text(numbers[3 * index + 1], numbers[3 * index + 2]);
        }
        return other.isEmpty() ? null : other;
    }
}
