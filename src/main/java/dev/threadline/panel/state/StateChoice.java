package dev.threadline.panel.state;

import dev.threadline.capture.EventFacts;
import dev.threadline.run.StateHistory;
import dev.threadline.run.StatePoint;
import dev.threadline.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which two states of which namespace are compared: what the user picked, else the playhead's and the one before.
///
/// JavaFX thread only.
final class StateChoice {
    private static final Words WORDS = Words.of(StateChoice.class);
    private final StateHistory states;
    private String namespace = "";
    private @Nullable StatePoint at;
    private @Nullable StatePoint from;

    /// Two states to compare.
    ///
    /// @param at the state shown
    /// @param from the state it is compared with, or null for none: all is new
    record Pair(StatePoint at, @Nullable StatePoint from) {}

    StateChoice(StateHistory states) {
        this.states = states;
    }

    /// The namespace; `""` is the root.
    String namespace() {
        return namespace;
    }

    /// Goes to a namespace; picks of states are given up.
    void namespace(String other) {
        namespace = other;
        at = null;
        from = null;
    }

    /// Picks the state shown; null follows the playhead again.
    void at(@Nullable StatePoint point) {
        at = point;
        from = null;
    }

    /// Picks the state it is compared with; null takes the one before again.
    void from(@Nullable StatePoint point) {
        from = point;
    }

    /// Whether the shown state follows the playhead.
    boolean follows() {
        return at == null;
    }

    /// The states that are compared now, or null where none is known.
    ///
    /// @param seq the event at the playhead
    @Nullable
    Pair pair(long seq) {
        StatePoint shown = at != null ? states.at(namespace, at.seq()) : states.at(namespace, seq);
        if (shown == null) {
            return null;
        }
        StatePoint picked = from == null ? null : states.at(namespace, from.seq());
        return new Pair(shown, picked != null ? picked : stepBefore(shown));
    }

    /// The last state of an earlier step: a resumed run tells its first state twice.
    private @Nullable StatePoint stepBefore(StatePoint point) {
        StatePoint before = states.before(point);
        while (before != null && before.step() == point.step() && point.step() != EventFacts.NO_STEP) {
            before = states.before(before);
        }
        return before;
    }

    /// A state in a few words: `step 3`, `step 3, run 2` where two runs tell that step, or `event 103` where no step is
    /// known.
    String words(StatePoint point) {
        if (point.step() == EventFacts.NO_STEP) {
            return WORDS.text("point.event", Long.toString(point.seq()));
        }
        List<StatePoint> points = states.points(point.namespace());
        boolean several = points.getFirst().run() != points.getLast().run()
                && points.stream().anyMatch(other -> other.step() == point.step() && other.run() != point.run());
        String step = Integer.toString(point.step());
        return several
                ? WORDS.text("point.step.run", step, Integer.toString(point.run()))
                : WORDS.text("point.step", step);
    }

    /// A namespace in a few words: its nodes; the end of its task's id where another has the same nodes.
    String words(String space) {
        String nodes = nodes(space);
        boolean alone =
                states.namespaces().stream().filter(n -> nodes(n).equals(nodes)).count() < 2;
        return alone || space.length() < 4 ? nodes : nodes + " …" + space.substring(space.length() - 4);
    }

    private static String nodes(String space) {
        if (space.isEmpty()) {
            return WORDS.text("point.root");
        }
        StringBuilder out = new StringBuilder();
        for (String segment : space.split("\\|")) {
            int colon = segment.indexOf(':');
            out.append(out.isEmpty() ? "" : " / ").append(colon < 0 ? segment : segment.substring(0, colon));
        }
        return out.toString();
    }
}
