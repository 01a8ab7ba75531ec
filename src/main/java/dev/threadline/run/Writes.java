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

/// Who wrote between two states: updates, each named by the task result that follows it, in order.
///
/// The result tells what was written where there is one: Python cuts `updates` to the graph's output schema. Each step
/// is constant in time: a superstep can have a hundred thousand tasks.
final class Writes {
    /// What is known of one task's writing.
    ///
    /// @param nothing whether it wrote nothing, which makes it no writer
    private record Write(Writer writer, boolean nothing) {}

    private final List<Write> all = new ArrayList<>();
    private final Set<String> tasks = new HashSet<>();
    private final Map<String, Deque<Integer>> unnamed = new HashMap<>();

    List<Writer> all() {
        return all.stream().filter(each -> !each.nothing()).map(Write::writer).toList();
    }

    void update(String node, long seq, boolean nothing) {
        unnamed.computeIfAbsent(node, name -> new ArrayDeque<>()).add(all.size());
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

    /// Adds what another wrote later.
    void addAll(Writes later) {
        for (Write each : later.all) {
            Writer writer = each.writer();
            if (writer.task() == null) {
                update(writer.node(), writer.seq(), each.nothing());
            } else {
                tasks.add(writer.task());
                all.add(each);
            }
        }
    }
}
