package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All executions of a capture and the lanes they are drawn in (protocol, section 5).
///
/// Times are the server's; what the server did not time stands at its arrival plus [#clockOffset]. Single-threaded;
/// lists are live views, not to be kept across threads.
public final class Executions implements Projection {
    @Override
    public void accept(EventFacts event) {}

    /// All executions in order of start event.
    public List<Execution> all() {
        return List.of();
    }

    /// The root lanes in order of first start.
    public List<Lane> lanes() {
        return List.of();
    }

    /// A number that grows with every change.
    public int revision() {
        return 0;
    }

    /// From the first to the last thing known, or null before the first event.
    public @Nullable Span span() {
        return null;
    }

    /// Server clock minus this machine's, in microseconds, estimated once from the first event with a server time; 0
    /// till then.
    public long clockOffset() {
        return 0;
    }

    /// Interrupts nobody has answered yet, each id once, in order of asking.
    public List<Question> interrupts() {
        return List.of();
    }

    /// Places where events may be missing.
    public List<Gap> gaps() {
        return List.of();
    }

    /// Custom events by namespace.
    public Map<String, Marks> marks() {
        return Map.of();
    }

    /// The latest execution of a task in a run, or null.
    public @Nullable Execution find(int run, String namespace, String task) {
        return null;
    }

    /// The execution that an event belongs to, or null where it tells no task.
    public @Nullable Execution of(EventFacts event) {
        return event.task() == null ? null : find(event.run(), event.namespace(), event.task());
    }
}
