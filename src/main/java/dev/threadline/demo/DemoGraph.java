package dev.threadline.demo;

import dev.threadline.json.JsonValue.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bsc.langgraph4j.CompileConfig;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncNodeActionWithConfig;
import org.bsc.langgraph4j.action.NodeActionWithConfig;
import org.bsc.langgraph4j.action.SubCompiledGraphNodeAction;
import org.bsc.langgraph4j.internal.node.Node;
import org.bsc.langgraph4j.state.Channel;

/// What all demo graphs are made with.
final class DemoGraph {
    private DemoGraph() {}

    /// A step that may take its time and be cancelled.
    interface Step {
        /// Does the work and gives what it writes.
        Map<String, Object> work(DemoState state, NodeStream stream, RunnableConfig config) throws Exception;
    }

    static StateGraph<DemoState> graph(Map<String, Channel<?>> channels) {
        return new StateGraph<>(channels, DemoState::new);
    }

    static AsyncNodeActionWithConfig<DemoState> node(Step step) {
        NodeActionWithConfig<DemoState> action = (state, config) -> step.work(state, NodeStream.of(config), config);
        return AsyncNodeActionWithConfig.node_async(action);
    }

    /// Adds a node that runs another graph, with checkpoints of its own.
    static void subgraph(StateGraph<DemoState> outer, String id, StateGraph<DemoState> inner)
            throws GraphStateException {
        Node.ActionFactory<DemoState> factory = config -> new SubCompiledGraphNodeAction<>(
                id,
                config,
                inner.compile(CompileConfig.builder()
                        .checkpointSaver(config.checkpointSaver().orElse(null))
                        .build()));
        outer.addNode(id, factory);
    }

    /// The schema of a graph's input, a file beside this class.
    static JsonObject schema(String graph) {
        String file = graph + ".schema.json";
        try (InputStream in = DemoGraph.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The file " + file + " is missing.");
            }
            return ServedGraph.schema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
