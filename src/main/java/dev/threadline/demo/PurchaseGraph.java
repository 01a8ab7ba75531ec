package dev.threadline.demo;

import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.RunnableConfig;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncNodeActionWithConfig;
import org.bsc.langgraph4j.action.InterruptableAction;
import org.bsc.langgraph4j.action.InterruptionMetadata;

/// Demo: a purchase that a human must approve; it goes on with the answer.
final class PurchaseGraph {
    private PurchaseGraph() {}

    static ServedGraph served() throws GraphStateException {
        StateGraph<DemoState> graph = DemoGraph.graph(Map.of());
        graph.addNode("draft", DemoGraph.node((state, stream, config) -> draft(state, stream)));
        graph.addNode("approval", new Approval());
        graph.addNode("order", DemoGraph.node((state, stream, config) -> order(state, stream)));
        graph.addEdge(START, "draft");
        graph.addEdge("draft", "approval");
        graph.addEdge("approval", "order");
        graph.addEdge("order", END);
        return new ServedGraph(
                "purchase_approval",
                "A purchase that stops for a human's approval.",
                graph,
                DemoGraph.schema("purchase_approval"),
                null,
                Map.of(),
                false);
    }

    private static Map<String, Object> draft(DemoState state, NodeStream stream) throws InterruptedException {
        stream.pause(400);
        long total = 0;
        for (Object item : state.list("items")) {
            Map<String, Object> line = DemoState.copy(item);
            total += number(line.get("quantity"), 1) * number(line.get("price"), 10);
        }
        return Map.of("total", total == 0 ? 120L : total, "status", "draft");
    }

    private static long number(@org.jspecify.annotations.Nullable Object value, long otherwise) {
        return value instanceof Number number ? number.longValue() : otherwise;
    }

    private static Map<String, Object> order(DemoState state, NodeStream stream) throws InterruptedException {
        Map<String, Object> decision = state.map("decision");
        if (!Boolean.TRUE.equals(decision.get("approved"))) {
            return Map.of("status", "rejected");
        }
        ScriptedMessage message = stream.message("scripted-buyer");
        message.say("Ordered " + state.text("title", "Team snacks") + " for " + state.text("total", "0") + " EUR.", 70);
        return Map.of(
                "status", "ordered", "note", String.valueOf(message.end(12).get("content")));
    }

    /// Asks, unless the total is below what needs no approval.
    private static final class Approval
            implements AsyncNodeActionWithConfig<DemoState>, InterruptableAction<DemoState> {
        @Override
        public Optional<InterruptionMetadata<DemoState>> interrupt(
                String node, DemoState state, RunnableConfig config) {
            if (state.whole("total", 0) < state.whole("approve_below", 0)) {
                return Optional.empty();
            }
            Map<String, Object> question = new LinkedHashMap<>();
            question.put("kind", "approval");
            question.put(
                    "question",
                    "Approve \"" + state.text("title", "Team snacks") + "\" for " + state.text("total", "0") + " EUR?");
            question.put("choices", List.of("approve", "reject"));
            question.put("items", state.list("items"));
            return Interrupt.ask(node, state, config, question);
        }

        @Override
        public CompletableFuture<Map<String, Object>> apply(DemoState state, RunnableConfig config) {
            Object answer = Interrupt.answer(config);
            Map<String, Object> decision = DemoState.copy(answer);
            if (answer == null) {
                decision.put("approved", true);
                decision.put("by", "rule");
            } else if (answer instanceof Boolean || answer instanceof String) {
                decision.put("approved", answer.equals(true) || answer.equals("approve"));
                decision.put("by", "human");
            }
            return CompletableFuture.completedFuture(Map.of("decision", decision));
        }
    }
}
