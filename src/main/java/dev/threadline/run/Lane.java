package dev.threadline.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of the timeline: one node in one namespace path, its executions in order of start.
///
/// The lane of a node with a subgraph has the subgraph's lanes as children. Read on the thread that folds.
public final class Lane {
    private final String path;
    private final String node;
    private final @Nullable Lane parent;
    private final int depth;
    final List<Lane> children = new ArrayList<>();
    private final List<Execution> executions = new ArrayList<>();
    private final BitSet busy = new BitSet();
    private final List<Execution> lastInRow = new ArrayList<>();

    Lane(String path, String node, @Nullable Lane parent) {
        this.path = path;
        this.node = node;
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    /// Node names from the root, joined by `/`: `research_team/analyze_team/score`.
    public String path() {
        return path;
    }

    /// The node's name.
    public String node() {
        return node;
    }

    /// The lane it hangs under, or null at the root.
    public @Nullable Lane parent() {
        return parent;
    }

    /// 0 at the root.
    public int depth() {
        return depth;
    }

    /// The lanes of its subgraph, in order of first start.
    public List<Lane> children() {
        return children;
    }

    /// Its executions, in order of start.
    public List<Execution> executions() {
        return executions;
    }

    /// How many rows its executions need: the most that ran at the same time.
    public int rows() {
        return lastInRow.size();
    }

    int freeRow() {
        return busy.nextClearBit(0);
    }

    /// Takes that one of its executions ended, or goes on after all.
    void opened(Execution execution, boolean open) {
        if (lastInRow.get(execution.row()) == execution) {
            busy.set(execution.row(), open);
        }
    }

    void add(Execution execution) {
        executions.add(execution);
        busy.set(execution.row());
        if (execution.row() == lastInRow.size()) {
            lastInRow.add(execution);
        } else {
            lastInRow.set(execution.row(), execution);
        }
    }
}
