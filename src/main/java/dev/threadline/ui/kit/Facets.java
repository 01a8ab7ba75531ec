package dev.threadline.ui.kit;

import dev.threadline.run.EventLog;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The nodes and stream modes that the events of a run have, for choosers. JavaFX thread only.
public final class Facets {
    private static final int BATCH = 1024;

    private final EventLog log;
    private final SortedSet<String> nodes = new TreeSet<>();
    private final SortedSet<String> modes = new TreeSet<>();
    private int taken;
    private @Nullable String lastNode;
    private String lastName = "";

    Facets(EventLog log) {
        this.log = log;
    }

    void take(long deadline) {
        for (int size = log.size(); taken < size; taken++) {
            String node = log.node(taken);
            if (node != null && !node.equals(lastNode)) {
                nodes.add(node);
                lastNode = node;
            }
            String name = log.name(taken);
            if (!name.equals(lastName)) {
                modes.add(log.mode(taken));
                lastName = name;
            }
            if (taken % BATCH == 0 && System.nanoTime() > deadline) {
                return;
            }
        }
    }

    /// The names of nodes, in order.
    public SortedSet<String> nodes() {
        return nodes;
    }

    /// The stream modes, in order.
    public SortedSet<String> modes() {
        return modes;
    }
}
