package dev.threadline.run;

import dev.threadline.capture.EventKind;
import org.jspecify.annotations.Nullable;

/// What an event's facts must be; null means anything.
///
/// @param node the node's name
/// @param mode the stream mode; `messages` stands for `messages/partial` and its like, too
/// @param kind what it is
/// @param namespace where it happened, itself or anything inside it
public record EventCondition(
        @Nullable String node,
        @Nullable String mode,
        @Nullable EventKind kind,
        @Nullable String namespace) {
    /// Every event meets it.
    public static final EventCondition ANY = new EventCondition(null, null, null, null);

    /// A condition on node and mode.
    public static EventCondition of(@Nullable String node, @Nullable String mode) {
        return new EventCondition(node, mode, null, null);
    }

    /// Whether every event meets it.
    public boolean any() {
        return equals(ANY);
    }

    /// A test of the events of a log, by index; for one thread.
    public Test over(EventLog log) {
        return new Test(log);
    }

    /// Tests events by their columns. Neighbours mostly repeat a name, so the last answer is kept.
    public final class Test {
        private final EventLog log;
        private @Nullable String lastName;
        private boolean lastMode;
        private @Nullable String lastPlace;
        private boolean lastInside;

        private Test(EventLog log) {
            this.log = log;
        }

        /// Whether an event meets the condition.
        public boolean meets(int index) {
            return (kind == null || kind == log.kind(index))
                    && (node == null || node.equals(log.node(index)))
                    && (mode == null || isMode(log.name(index)))
                    && (namespace == null || isInside(log.namespace(index)));
        }

        // The log gives the same String for the same name.
        @SuppressWarnings("ReferenceEquality")
        private boolean isMode(String name) {
            if (name != lastName) {
                lastName = name;
                String here = EventDecoder.mode(name);
                lastMode = here.equals(mode) || here.startsWith(mode + "/");
            }
            return lastMode;
        }

        @SuppressWarnings("ReferenceEquality")
        private boolean isInside(String place) {
            if (place != lastPlace) {
                lastPlace = place;
                lastInside = namespace == null
                        || namespace.isEmpty()
                        || place.equals(namespace)
                        || place.startsWith(namespace + "|");
            }
            return lastInside;
        }
    }
}
