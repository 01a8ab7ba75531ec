package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an event means: a typed view over its facts (protocol, section 4).
///
/// Views are made on demand and hold nothing but the facts. Payloads stay in the capture.
public sealed interface RunEvent {
    /// The facts below this view.
    EventFacts facts();

    /// The view that fits the kind of the facts; total.
    static RunEvent of(EventFacts facts) {
        return switch (facts.kind()) {
            case RUN_STARTED -> new RunStarted(facts);
            case VALUES -> new StateValues(facts);
            case UPDATES -> new NodeUpdate(facts);
            case MESSAGE_CHUNK, MESSAGE_PARTIAL, MESSAGE_COMPLETE, MESSAGE_METADATA -> new MessagePart(facts);
            case CUSTOM -> new Custom(facts);
            case TASK_START -> new TaskStarted(facts);
            case TASK_RESULT -> new TaskEnded(facts);
            case CHECKPOINT -> new CheckpointSaved(facts);
            case CALLBACK -> new Callback(facts);
            case TOOL -> new ToolCall(facts);
            case ERROR -> new RunError(facts);
            case END -> new StreamEnd(facts);
            case FEEDBACK -> new Feedback(facts);
            case MALFORMED -> new Malformed(facts);
            case UNKNOWN -> new Unknown(facts);
        };
    }

    /// The ids of the interrupts that the event carries, from `ref`; empty for none or for a static breakpoint.
    default List<String> interruptIds() {
        String ref = facts().ref();
        return facts().is(EventFlag.INTERRUPT) && ref != null && !ref.isEmpty() ? List.of(ref.split(",")) : List.of();
    }

    /// `metadata`: the run begins.
    record RunStarted(EventFacts facts) implements RunEvent {}

    /// `values`: a whole state, or nothing but interrupts.
    record StateValues(EventFacts facts) implements RunEvent {}

    /// `updates`: what a task returned, that a node was cached, or interrupts.
    record NodeUpdate(EventFacts facts) implements RunEvent {}

    /// A piece of a message, in any of the four forms.
    record MessagePart(EventFacts facts) implements RunEvent {
        /// The message's id, or null.
        public @Nullable String messageId() {
            return facts.ref();
        }
    }

    /// `custom`: whatever a node wrote; it tells no node.
    record Custom(EventFacts facts) implements RunEvent {}

    /// A task begins.
    record TaskStarted(EventFacts facts) implements RunEvent {}

    /// A task ends: done, waiting, failed or handed over.
    record TaskEnded(EventFacts facts) implements RunEvent {}

    /// A checkpoint was written.
    record CheckpointSaved(EventFacts facts) implements RunEvent {
        /// The checkpoint's id, or null where the mode tells none.
        public @Nullable String checkpointId() {
            return facts.ref();
        }
    }

    /// A callback event of mode `events`.
    record Callback(EventFacts facts) implements RunEvent {}

    /// A tool call of mode `tools`.
    record ToolCall(EventFacts facts) implements RunEvent {}

    /// The run failed.
    record RunError(EventFacts facts) implements RunEvent {}

    /// The server says that the stream is over.
    record StreamEnd(EventFacts facts) implements RunEvent {}

    /// Addresses for feedback.
    record Feedback(EventFacts facts) implements RunEvent {}

    /// Data that is not JSON.
    record Malformed(EventFacts facts) implements RunEvent {}

    /// A name or shape that Threadline does not know.
    record Unknown(EventFacts facts) implements RunEvent {}
}
