package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.capture.EventKind;
import dev.threadline.json.JsonCursor;
import dev.threadline.protocol.WireEvent;
import org.jspecify.annotations.Nullable;

/// The facts of one event while its data is read.
final class FactsDraft {
    final String mode;
    EventKind kind = EventKind.UNKNOWN;
    String namespace;

    @Nullable
    String node;

    @Nullable
    String task;

    int step = EventFacts.NO_STEP;
    long serverTime = EventFacts.NO_TIME;

    @Nullable
    String ref;

    /// Whether a call's metadata says that its task was made by Send.
    boolean pushed;

    final MessagePlaces places;
    private int flags;

    /// @param places what earlier events of the stream told of messages
    FactsDraft(WireEvent event, MessagePlaces places) {
        this.places = places;
        this.mode = EventDecoder.mode(event.name());
        this.namespace = Namespace.ofName(event.name());
        if (event.masked()) {
            flag(EventFlag.MASKED);
        }
    }

    void flag(EventFlag flag) {
        flags |= flag.bit();
    }

    boolean is(EventFlag flag) {
        return (flags & flag.bit()) != 0;
    }

    /// Notes interrupts: the flag, and their ids where nothing else stands in `ref`.
    ///
    /// @param in on the list of interrupts, which is read
    /// @param even whether an empty list counts: it is a static breakpoint in `__interrupt__`, nothing elsewhere
    void interrupts(JsonCursor in, boolean even) {
        StringBuilder ids = new StringBuilder();
        boolean any = even;
        if (in.enter()) {
            while (in.next()) {
                any = true;
                String id = interruptId(in);
                if (id != null) {
                    ids.append(ids.isEmpty() ? "" : ",").append(id);
                }
            }
        }
        if (any) {
            flag(EventFlag.INTERRUPT);
            ref = ids.toString();
        }
    }

    private static @Nullable String interruptId(JsonCursor in) {
        String id = null;
        if (in.kind() == JsonCursor.Kind.OBJECT && in.enter()) {
            while (in.next()) {
                if (in.name().equals("id") || (id == null && in.name().equals("interrupt_id"))) {
                    id = in.text();
                }
            }
        }
        return id;
    }

    /// Takes namespace, node and task from `langgraph_checkpoint_ns`, whose last segment is the task itself.
    void place(String checkpointNamespace) {
        String whole = Namespace.withoutCounts(checkpointNamespace);
        namespace = Namespace.parent(whole);
        node = node == null ? Namespace.node(Namespace.last(whole)) : node;
        task = Namespace.task(Namespace.last(whole));
    }

    EventFacts facts(long seq, int run, WireEvent event) {
        return new EventFacts(
                seq,
                run,
                event.receivedAt(),
                event.id(),
                event.name(),
                kind,
                mode,
                namespace,
                node,
                task,
                step,
                serverTime,
                ref,
                event.size(),
                flags);
    }
}
