package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The interrupts nobody has answered yet (protocol, section 5.6).
///
/// The same interrupt is told once a mode and once a level, innermost first; the first tells the place, the task result
/// there the node. A question is answered when a later run starts its task again, or comes to a good end without it.
final class Questions {
    private final List<Question> open = new ArrayList<>();

    List<Question> open() {
        return open;
    }

    boolean accept(EventFacts event) {
        if (event.kind() == EventKind.TASK_START) {
            return open.removeIf(question -> restarted(question, event));
        }
        if (!event.is(EventFlag.INTERRUPT)) {
            return false;
        }
        boolean changed = false;
        for (String id : Objects.requireNonNullElse(event.ref(), "").split(",", -1)) {
            changed |= ask(id, event);
        }
        return changed;
    }

    private boolean ask(String id, EventFacts event) {
        int at = find(id, event);
        Question asked = new Question(id, event.run(), event.namespace(), event.node(), event.task(), event.seq());
        if (at < 0) {
            open.add(asked);
            return true;
        }
        Question known = open.get(at);
        if (known.run() < event.run()) {
            open.set(at, asked);
            return true;
        }
        if (known.node() == null && event.node() != null && known.namespace().equals(event.namespace())) {
            open.set(at, new Question(id, known.run(), known.namespace(), event.node(), event.task(), known.seq()));
            return true;
        }
        return false;
    }

    private int find(String id, EventFacts event) {
        for (int i = 0; i < open.size(); i++) {
            Question each = open.get(i);
            if (each.id().equals(id) && (!id.isEmpty() || each.namespace().equals(event.namespace()))) {
                return i;
            }
        }
        return -1;
    }

    /// Takes a run's end: what was asked before it and does not wait in it any more is settled.
    boolean ended(int run, RunStatus status) {
        if (status == RunStatus.SUCCESS) {
            return open.removeIf(question -> question.run() < run);
        }
        return status == RunStatus.WAITING
                && open.removeIf(question -> question.run() < run && question.task() == null);
    }

    private static boolean restarted(Question question, EventFacts start) {
        @Nullable String task = question.task();
        return question.run() < start.run()
                && task != null
                && task.equals(start.task())
                && question.namespace().equals(start.namespace());
    }
}
