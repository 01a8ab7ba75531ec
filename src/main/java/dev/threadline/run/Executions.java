package dev.threadline.run;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.run.Execution.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All executions of a capture and the lanes they are drawn in (protocol, section 5).
///
/// Times are the server's; what the server did not time stands at its arrival plus [#clockOffset], but between the
/// server times before and after it in its run's stream. `debug` and `tasks` tell the same twice: the better one
/// counts. Single-threaded; lists are live views, not to be kept across threads.
public final class Executions implements Projection {
    private final Clock clock = new Clock();
    private final OpenTasks tasks = new OpenTasks();
    private final Questions questions = new Questions();
    private final List<Gap> gaps = new ArrayList<>();
    private final Map<String, Marks> marks = new LinkedHashMap<>();
    private int revision;

    @Override
    public void accept(EventFacts event) {
        if (event.is(EventFlag.DUPLICATE)) {
            return;
        }
        if (clock.learn(event)) {
            rebase();
        }
        long time = time(event);
        tasks.seen(event, time);
        switch (event.kind()) {
            case TASK_START -> start(event, time);
            case TASK_RESULT -> tasks.ended(event, time, ending(event));
            case CALLBACK -> callback(event, time);
            case UPDATES -> tasks.updated(event, time);
            case CHECKPOINT -> tasks.checkpoint(event, time);
            case MESSAGE_CHUNK, MESSAGE_PARTIAL -> {
                if (event.is(EventFlag.TOKEN)) {
                    tasks.token(event, time);
                }
            }
            case CUSTOM -> mark(event, time);
            case ERROR -> tasks.runEnded(event.run(), RunStatus.FAILED);
            default -> {
                if (event.kind() == EventKind.MALFORMED && event.is(EventFlag.FAILED)) {
                    tasks.runEnded(event.run(), RunStatus.FAILED);
                }
            }
        }
        tasks.folded(event);
        questions.accept(event);
        revision++;
    }

    @Override
    public void status(int run, RunStatus status) {
        if (status.ended()) {
            tasks.runEnded(run, status);
        }
        questions.ended(run, status);
        revision++;
    }

    @Override
    public void connection(ConnectionEntry entry) {
        if (entry.kind() == ConnectionEntry.Kind.GAP) {
            gaps.add(new Gap(entry.run(), entry.afterSeq(), entry.at() + clock.offset()));
            revision++;
        }
    }

    private void start(EventFacts event, long time) {
        Execution known = tasks.find(event);
        Evidence evidence = Evidence.of(event);
        if (known == null || (!known.open() && !evidence.beats(known.startEvidence))) {
            tasks.started(event, time, evidence);
        } else if (evidence.beats(known.startEvidence)) {
            tasks.refine(known, event, time, evidence);
        }
    }

    private void callback(EventFacts event, long time) {
        if (event.task() == null || !event.is(EventFlag.OWN_CALLBACK)) {
            return;
        }
        Execution known = tasks.find(event);
        if (event.is(EventFlag.BEGIN)) {
            Execution execution = known == null ? tasks.started(event, time, Evidence.CALLBACK) : known;
            execution.attempts++;
        } else if (event.is(EventFlag.FINISH) && known != null && known.open()) {
            tasks.ended(event, time, event.is(EventFlag.FAILED) ? State.FAILED : State.DONE);
        }
    }

    private static State ending(EventFacts result) {
        if (result.is(EventFlag.PARENT_COMMAND)) {
            return State.DONE;
        }
        if (result.is(EventFlag.FAILED)) {
            return State.FAILED;
        }
        return result.is(EventFlag.INTERRUPT) ? State.WAITING : State.DONE;
    }

    private void mark(EventFacts event, long time) {
        tasks.mark(event, marks.computeIfAbsent(event.namespace(), namespace -> new Marks()), time);
    }

    private void rebase() {
        tasks.rebase(clock.shift());
        marks.values().forEach(each -> each.rebase(clock.shift()));
        gaps.replaceAll(gap -> new Gap(gap.run(), gap.afterSeq(), gap.time() + clock.shift()));
    }

    /// All executions in order of start event.
    public List<Execution> all() {
        return Collections.unmodifiableList(tasks.all());
    }

    /// The root lanes in order of first start.
    public List<Lane> lanes() {
        return Collections.unmodifiableList(tasks.lanes());
    }

    /// A number that grows with every change.
    public int revision() {
        return revision;
    }

    /// From the first to the last thing known, or null before the first event.
    public @Nullable Span span() {
        return clock.span();
    }

    /// Server clock minus this machine's, in microseconds, as far as the events so far tell; 0 before the first
    /// one with a server time.
    public long clockOffset() {
        return clock.offset();
    }

    /// Where an event stands on the server's clock: its server time, or its arrival plus the offset, between the server
    /// times around it in its run's stream.
    public long time(EventFacts event) {
        return tasks.place(event, clock.time(event));
    }

    /// Interrupts nobody has answered yet, each id once, in order of asking.
    public List<Question> interrupts() {
        return Collections.unmodifiableList(questions.open());
    }

    /// Places where events may be missing.
    public List<Gap> gaps() {
        return Collections.unmodifiableList(gaps);
    }

    /// Custom events by namespace.
    public Map<String, Marks> marks() {
        return Collections.unmodifiableMap(marks);
    }

    /// The latest execution of a task in a run, or null.
    public @Nullable Execution find(int run, String namespace, String task) {
        return tasks.find(run, namespace, task);
    }

    /// The execution that an event belongs to, or null where it tells no task; for `updates` the one they were matched
    /// to.
    public @Nullable Execution of(EventFacts event) {
        return event.task() == null ? tasks.ofUpdate(event) : tasks.find(event);
    }
}
