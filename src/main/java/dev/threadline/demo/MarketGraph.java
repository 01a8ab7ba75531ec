package dev.threadline.demo;

import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.StateGraph;

/// Demo: three readers work side by side, each at its own pace, and a writer joins what they found.
final class MarketGraph {
    private MarketGraph() {}

    static ServedGraph served() throws GraphStateException {
        StateGraph<DemoState> graph = DemoGraph.graph(Map.of());
        graph.addNode("plan", DemoGraph.node((state, stream, config) -> {
            stream.pause(250);
            return Map.of("outline", List.of("news", "prices", "reviews"));
        }));
        reader(graph, "news", 6, 300);
        reader(graph, "prices", 3, 200);
        reader(graph, "reviews", 9, 260);
        graph.addNode("report", DemoGraph.node((state, stream, config) -> report(state, stream)));
        graph.addEdge(START, "plan");
        for (String reader : List.of("news", "prices", "reviews")) {
            graph.addEdge("plan", reader);
            graph.addEdge(reader, "report");
        }
        graph.addEdge("report", END);
        return new ServedGraph(
                "market_report",
                "Three readers side by side, then a report that joins them.",
                graph,
                DemoGraph.schema("market_report"),
                null,
                Map.of(),
                false);
    }

    private static void reader(StateGraph<DemoState> graph, String name, int pages, long millis)
            throws GraphStateException {
        graph.addNode(name, DemoGraph.node((state, stream, config) -> {
            int depth = state.whole("depth", 2);
            List<Object> findings = new ArrayList<>();
            for (int page = 1; page <= pages * depth / 2; page++) {
                stream.pause(millis);
                stream.custom(Map.of("type", "progress", "reader", name, "page", page, "of", pages * depth / 2));
                Map<String, Object> finding = new LinkedHashMap<>();
                finding.put("page", page);
                finding.put("about", state.text("product", "bicycle bell"));
                finding.put("score", (page * 7 + name.length()) % 10);
                findings.add(finding);
            }
            return Map.of(name, findings);
        }));
    }

    private static Map<String, Object> report(DemoState state, NodeStream stream) throws InterruptedException {
        ScriptedMessage message = stream.message("scripted-writer");
        int found = state.list("news").size()
                + state.list("prices").size()
                + state.list("reviews").size();
        message.say(
                "On the " + state.text("product", "bicycle bell") + " " + found + " things were found. People "
                        + (state.text("tone", "sober").equals("cheerful") ? "love it!" : "buy it steadily.")
                        + " Prices move little, and the reviews say more than the news.",
                55);
        return Map.of("report", String.valueOf(message.end(found * 12).get("content")), "found", (long) found);
    }
}
