package dev.threadline.run;

import dev.threadline.run.StateHistory.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who wrote since a state: updates, each named by the task result that follows it, in order.
///
/// The result tells what was written where there is one: Python cuts `updates` to the graph's output schema. Each step
/// is constant in time: a superstep can have a hundred thousand tasks.
final class Writes {
    /// What is known of one task's writing.
    ///
    /// @param nothing whether it wrote nothing, which makes it no writer
    private record Write(Writer writer, boolean nothing) {}

    private final List<Write> all = new ArrayList<>(2);
    private final Set<String> tasks = new HashSet<>(2);
    private final Map<String, Deque<Integer>> unnamed = new HashMap<>(2);

    /// Those that wrote something, to be kept.
    Writers kept() {
        return Writers.of(
                all.stream().filter(each -> !each.nothing()).map(Write::writer).toList());
    }

    void update(String node, long seq, boolean nothing) {
        unnamed.computeIfAbsent(node, name -> new ArrayDeque<>(2)).add(all.size());
        all.add(new Write(new Writer(node, null, seq), nothing));
    }

    /// Gives the oldest update of the node its task, or adds the result where no update tells of it.
    void result(String node, @Nullable String task, long seq, boolean nothing) {
        if (task != null && !tasks.add(task)) {
            return;
        }
        Write told = new Write(new Writer(node, task, seq), nothing);
        Deque<Integer> waiting = unnamed.get(node);
        if (waiting == null || waiting.isEmpty()) {
            all.add(told);
        } else if (task != null) {
            all.set(waiting.remove(), told);
        }
    }

    /// The writes before a state that is gone, with those after it.
    static Writes of(Writers before, Writes later) {
        Writes both = new Writes();
        before.all().forEach(each -> both.add(each, false));
        later.all.forEach(each -> both.add(each.writer(), each.nothing()));
        return both;
    }

    private void add(Writer writer, boolean nothing) {
        if (writer.task() == null) {
            update(writer.node(), writer.seq(), nothing);
        } else {
            tasks.add(writer.task());
            all.add(new Write(writer, nothing));
        }
    }
}
