package dev.threadline.demo;

import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.StateGraph;

/// Demo: an import whose second step fails when it is asked to, and succeeds when the thread is resumed.
final class ImportGraph {
    /// The threads on which the failing step has failed already.
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    private ImportGraph() {}

    static ServedGraph served() throws GraphStateException {
        return new ImportGraph().graph();
    }

    private ServedGraph graph() throws GraphStateException {
        StateGraph<DemoState> graph = DemoGraph.graph(Map.of());
        graph.addNode("read", DemoGraph.node((state, stream, config) -> {
            stream.pause(500);
            return Map.of("read", (long) state.whole("rows", 100));
        }));
        graph.addNode("load", DemoGraph.node((state, stream, config) -> {
            load(state, stream, config.threadId().orElse(""));
            return Map.of("loaded", (long) state.whole("rows", 100));
        }));
        graph.addNode("verify", DemoGraph.node((state, stream, config) -> {
            stream.pause(300);
            return Map.of("status", "complete");
        }));
        graph.addEdge(START, "read");
        graph.addEdge("read", "load");
        graph.addEdge("load", "verify");
        graph.addEdge("verify", END);
        return new ServedGraph(
                "flaky_import",
                "An import that fails when asked to, and can be resumed.",
                graph,
                DemoGraph.schema("flaky_import"),
                null,
                Map.of(),
                false);
    }

    private void load(DemoState state, NodeStream stream, String thread) throws InterruptedException {
        int rows = state.whole("rows", 100);
        boolean always = state.text("failure", "once").equals("always");
        boolean fails = always || (state.text("failure", "once").equals("once") && failed.add(thread));
        for (int done = 0; done < rows; done += Math.max(1, rows / 5)) {
            stream.pause(200);
            stream.custom(Map.of("type", "progress", "rows", done));
            if (fails && done >= rows / 2) {
                throw new IllegalStateException("Row " + done + " has no date. Resume the thread to try again.");
            }
        }
    }
}
