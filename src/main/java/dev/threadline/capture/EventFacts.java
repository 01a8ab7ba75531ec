package dev.threadline.capture;

import org.jspecify.annotations.Nullable;

/// The header facts of one event: all that lists, lanes and projections need without its payload.
///
/// @param seq position in the capture, from 1, without holes
/// @param run number of the run in the capture, from 1
/// @param receivedAt microseconds since the epoch, this machine's clock
/// @param id the event's id as received, or null where it had none
/// @param name the event's name as received, with its namespace
/// @param kind what it is
/// @param mode the first part of the name: `debug`, `messages/partial`
/// @param namespace where it happened: `""` is the root, else `node:task|node:task`
/// @param node the node, or null where the event tells none
/// @param task the task's id, or null where the event tells none
/// @param step the superstep, or [#NO_STEP]
/// @param serverTime microseconds since the epoch on the server's clock, or [#NO_TIME]
/// @param ref what the event is about: checkpoint id, message id, callback run id, or the ids of its interrupts joined
///     by commas
/// @param size bytes of the payload in UTF-8
/// @param flags bits of [EventFlag]
public record EventFacts(
        long seq,
        int run,
        long receivedAt,
        @Nullable String id,
        String name,
        EventKind kind,
        String mode,
        String namespace,
        @Nullable String node,
        @Nullable String task,
        int step,
        long serverTime,
        @Nullable String ref,
        long size,
        int flags) {
    /// No step is known.
    public static final int NO_STEP = Integer.MIN_VALUE;

    /// No server time is known.
    public static final long NO_TIME = Long.MIN_VALUE;

    /// An event of a damaged capture of which only the data is left.
    static EventFacts lost(long seq, int run, long at, long size) {
        return new EventFacts(
                seq, run, at, null, "", EventKind.UNKNOWN, "", "", null, null, NO_STEP, NO_TIME, null, size, 0);
    }

    /// Whether a flag is set.
    public boolean is(EventFlag flag) {
        return (flags & flag.bit()) != 0;
    }

    /// The same facts at another time on the server's clock.
    public EventFacts at(long time) {
        return new EventFacts(
                seq, run, receivedAt, id, name, kind, mode, namespace, node, task, step, time, ref, size, flags);
    }

    /// The same facts with one more flag.
    public EventFacts with(EventFlag flag) {
        return new EventFacts(
                seq,
                run,
                receivedAt,
                id,
                name,
                kind,
                mode,
                namespace,
                node,
                task,
                step,
                serverTime,
                ref,
                size,
                flags | flag.bit());
    }

    /// Whether the event carries the server's clock.
    public boolean hasServerTime() {
        return serverTime != NO_TIME;
    }

    /// Whether the event tells its superstep.
    public boolean hasStep() {
        return step != NO_STEP;
    }
}
