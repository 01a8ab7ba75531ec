package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bsc.langgraph4j.GraphDefinition;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.internal.edge.Edge;
import org.bsc.langgraph4j.internal.edge.EdgeValue;
import org.bsc.langgraph4j.internal.node.ParallelNode;
import org.bsc.langgraph4j.state.AgentState;

/// The nodes and edges of a graph as they were written down, and what langgraph4j makes of branches side by side.
final class Topology {
    private record Line(String from, String to, boolean conditional, String label) {}

    private final List<String> nodes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, List<String>> parallel = new LinkedHashMap<>();

    private Topology(
            GraphDefinition.Nodes<? extends AgentState> all, List<? extends Edge<? extends AgentState>> edges) {
        all.elements.forEach(node -> nodes.add(node.id()));
        for (Edge<? extends AgentState> edge : edges) {
            List<String> side = new ArrayList<>();
            for (EdgeValue<? extends AgentState> target : edge.targets()) {
                String to = target.id();
                if (to != null) {
                    lines.add(new Line(edge.sourceId(), to, false, ""));
                    side.add(to);
                } else {
                    target.value()
                            .mappings()
                            .forEach((label, end) -> lines.add(new Line(edge.sourceId(), end, true, label)));
                }
            }
            if (side.size() > 1) {
                parallel.put(ParallelNode.formatNodeId(edge.sourceId()), List.copyOf(side));
            }
        }
    }

    static Topology of(StateGraph<? extends AgentState> graph) {
        return read(graph);
    }

    private static <S extends AgentState> Topology read(StateGraph<S> graph) {
        return graph.<Topology>reduce((nodes, edges) -> new Topology(nodes, edges.elements));
    }

    List<String> nodes() {
        return nodes;
    }

    /// The nodes that run next: langgraph4j's own name for them may stand for several, or for none.
    List<String> next(String node) {
        if (node.equals(GraphDefinition.END)) {
            return List.of();
        }
        return parallel.getOrDefault(node, List.of(node));
    }

    /// The node that stands for all that begin at this one's side, or the node itself.
    String joined(String node) {
        return parallel.entrySet().stream()
                .filter(each -> each.getValue().contains(node))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(node);
    }

    /// Langgraph4j's names of branches that run side by side.
    Iterable<String> branches() {
        return parallel.keySet();
    }

    boolean isParallel(String node) {
        return parallel.containsKey(node);
    }

    /// The graph as the API tells it; the ids of nodes get a prefix, as those of unfolded subgraphs have.
    JsonObject json(String prefix, Map<String, Topology> unfolded) {
        List<JsonObject> boxes = new ArrayList<>();
        List<JsonObject> arrows = new ArrayList<>();
        add(prefix, unfolded, boxes, arrows, true);
        return Plain.object("nodes", boxes, "edges", arrows);
    }

    private void add(
            String prefix,
            Map<String, Topology> unfolded,
            List<JsonObject> boxes,
            List<JsonObject> arrows,
            boolean ends) {
        if (ends) {
            boxes.add(box("__start__"));
        }
        for (String node : nodes) {
            Topology inside = unfolded.get(prefix + node);
            if (inside == null) {
                boxes.add(box(prefix + node));
            } else {
                inside.add(prefix + node + ":", unfolded, boxes, arrows, false);
            }
        }
        if (ends) {
            boxes.add(box("__end__"));
        }
        for (Line line : lines) {
            boolean start = line.from().equals(GraphDefinition.START);
            boolean end = line.to().equals(GraphDefinition.END);
            if (!ends && (start || end)) {
                continue;
            }
            for (String from : exits(line.from(), prefix, unfolded)) {
                for (String to : entries(line.to(), prefix, unfolded)) {
                    arrows.add(arrow(from, to, line));
                }
            }
        }
    }

    private static JsonObject arrow(String from, String to, Line line) {
        JsonObject arrow = Plain.object("source", from, "target", to);
        if (!line.conditional()) {
            return arrow;
        }
        // A label that only repeats the node's name is none.
        String name = line.to().equals(GraphDefinition.END) ? "__end__" : line.to();
        boolean told = !line.label().equals(name) && !line.label().equals(line.to());
        return Plain.with(told ? Plain.with(arrow, "data", line.label()) : arrow, "conditional", true);
    }

    private static List<String> exits(String node, String prefix, Map<String, Topology> unfolded) {
        if (node.equals(GraphDefinition.START)) {
            return List.of("__start__");
        }
        Topology inside = unfolded.get(prefix + node);
        return inside == null
                ? List.of(prefix + node)
                : inside.lines.stream()
                        .filter(line -> line.to().equals(GraphDefinition.END))
                        .flatMap(line -> exits(line.from(), prefix + node + ":", unfolded).stream())
                        .distinct()
                        .toList();
    }

    private static List<String> entries(String node, String prefix, Map<String, Topology> unfolded) {
        if (node.equals(GraphDefinition.END)) {
            return List.of("__end__");
        }
        Topology inside = unfolded.get(prefix + node);
        return inside == null
                ? List.of(prefix + node)
                : inside.lines.stream()
                        .filter(line -> Objects.equals(line.from(), GraphDefinition.START))
                        .flatMap(line -> entries(line.to(), prefix + node + ":", unfolded).stream())
                        .distinct()
                        .toList();
    }

    private static JsonObject box(String id) {
        return id.equals("__end__")
                ? Plain.object("id", id)
                : Plain.object("id", id, "type", "runnable", "data", Plain.object("name", id));
    }
}
