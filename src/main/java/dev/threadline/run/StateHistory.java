package dev.threadline.run;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.Payloads;
import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.words.Words;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where in a capture the whole state of each namespace is known, and who wrote between two such places.
///
/// Checkpoints count; a `values` event counts only while no checkpoint of the same run and namespace says the same, and
/// gives way when one comes. Single-threaded, except [#load].
public final class StateHistory implements Projection {
    private static final Words WORDS = Words.of(StateHistory.class);

    /// A task that wrote in a step.
    ///
    /// @param node the node
    /// @param task the task's id, or null where only `updates` tells of it
    /// @param seq the event that holds what it wrote: the task result, else `updates`
    public record Writer(String node, @Nullable String task, long seq) {}

    private final Clock clock = new Clock();
    private final Map<String, NamespaceStates> states = new LinkedHashMap<>();
    private final Map<Integer, Long> latest = new HashMap<>();
    private final Set<NamespaceStates> unbound = new LinkedHashSet<>();
    private int revision;
    private int run = -1;
    /// The latest time that the server told in that run.
    private long before = EventFacts.NO_TIME;

    @Override
    public void accept(EventFacts event) {
        if (event.is(EventFlag.DUPLICATE)) {
            return;
        }
        if (clock.learn(event)) {
            states.values().forEach(each -> each.rebase(clock.shift()));
        }
        long time = time(event);
        boolean changed = switch (event.kind()) {
            case CHECKPOINT -> of(event).checkpoint(event, time);
            case VALUES -> !event.is(EventFlag.NOT_A_STATE) && of(event).values(event, time);
            case UPDATES, TASK_RESULT -> {
                of(event).wrote(event);
                yield false;
            }
            case TASK_START -> of(event).begins(event);
            default -> false;
        };
        if (event.hasServerTime()) {
            // What came before in the stream was before, whenever it arrived.
            if (!unbound.isEmpty()) {
                unbound.forEach(each -> each.bound(event.run(), Math.max(time, before(event))));
                unbound.clear();
            }
        } else if (changed) {
            unbound.add(of(event));
        }
        revision += changed ? 1 : 0;
    }

    /// The time of an event, not before what the server told before it in the run.
    private long time(EventFacts event) {
        long time = clock.time(event);
        long before = before(event);
        if (event.hasServerTime() && time > before) {
            this.before = time;
        }
        return event.hasServerTime() ? time : Math.max(time, before);
    }

    private long before(EventFacts event) {
        if (event.run() != run) {
            latest.put(run, before);
            run = event.run();
            before = latest.getOrDefault(run, EventFacts.NO_TIME);
        }
        return before;
    }

    private NamespaceStates of(EventFacts event) {
        return states.computeIfAbsent(event.namespace(), namespace -> new NamespaceStates());
    }

    /// A number that grows with every change.
    public int revision() {
        return revision;
    }

    /// The namespaces with at least one state, in order of appearance.
    public List<String> namespaces() {
        return states.entrySet().stream()
                .filter(each -> !each.getValue().points().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The states of a namespace in order of arrival; a live view.
    public List<StatePoint> points(String namespace) {
        NamespaceStates here = states.get(namespace);
        return here == null ? List.of() : Collections.unmodifiableList(here.points());
    }

    /// The state of a namespace after an event: the last point at or before it, or null.
    public @Nullable StatePoint at(String namespace, long seq) {
        NamespaceStates here = states.get(namespace);
        int index = here == null ? -1 : here.indexAt(seq);
        return here == null || index < 0 ? null : here.points().get(index);
    }

    /// The point before this one in its namespace, or null.
    public @Nullable StatePoint before(StatePoint point) {
        return at(point.namespace(), point.seq() - 1);
    }

    /// Who wrote between the point before and this one, in order of arrival; empty for a point that is gone.
    public List<Writer> writers(StatePoint point) {
        NamespaceStates here = states.get(point.namespace());
        if (here == null) {
            return List.of();
        }
        int index = here.indexAt(point.seq());
        boolean there = index >= 0 && here.points().get(index).seq() == point.seq();
        return there ? here.writers(index) : List.of();
    }

    /// Reads a state from the capture. Never on the JavaFX thread.
    ///
    /// @throws CaptureFailure where the payload can't be read
    /// @throws JsonFailure where it is not JSON, or holds no state
    public static JsonValue load(StatePoint point, Payloads payloads) throws CaptureFailure, JsonFailure {
        JsonValue state = Json.parse(payloads.data(point.seq())).at(JsonPointer.parse(point.pointer()));
        if (state == null) {
            throw new JsonFailure(WORDS.text("state.none", Long.toString(point.seq())), 1, 1);
        }
        return state;
    }
}
