package dev.threadline.protocol;

import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The drawn form of an assistant's graph (protocol, section 2.2).
///
/// @param nodes in the server's order; `__start__` and `__end__` included
/// @param edges in the server's order
/// @param json the whole answer
public record AssistantGraph(List<Node> nodes, List<Edge> edges, JsonObject json) {
    private static final Words WORDS = Words.of(AssistantGraph.class);

    /// A node; with `xray` the ids of subgraphs' nodes are joined by colons.
    ///
    /// @param id unique in the graph
    /// @param type what the server says it is, such as `runnable` or `schema`
    public record Node(String id, String type) {}

    /// An edge between two nodes.
    ///
    /// @param label what the server wrote at it, or null
    public record Edge(
            String source,
            String target,
            boolean conditional,
            @Nullable String label) {}

    static AssistantGraph read(JsonValue value) throws JsonFailure {
        Fields fields = Fields.of(value, WORDS.text("part.graph"));
        JsonValue nodes = fields.value("nodes");
        JsonValue edges = fields.value("edges");
        if (nodes == null || edges == null) {
            throw new JsonFailure(WORDS.text("part.no-nodes"), 1, 1);
        }
        return new AssistantGraph(
                Fields.list(nodes, WORDS.text("part.nodes"), AssistantGraph::node),
                Fields.list(edges, WORDS.text("part.edges"), AssistantGraph::edge),
                fields.object());
    }

    private static Node node(JsonValue value) throws JsonFailure {
        Fields fields = Fields.of(value, WORDS.text("part.node"));
        String id = fields.optional("id");
        return new Node(id == null ? String.valueOf(fields.number("id", -1)) : id, fields.text("type"));
    }

    private static Edge edge(JsonValue value) throws JsonFailure {
        Fields fields = Fields.of(value, WORDS.text("part.edge"));
        return new Edge(
                fields.needed("source"), fields.needed("target"), fields.flag("conditional"), fields.optional("data"));
    }
}
