package dev.threadline.demo;

import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.StateGraph;

/// Demo: an editor sends a story through two desks, each a graph of its own, one of them with another inside.
final class NewsroomGraph {
    private NewsroomGraph() {}

    static ServedGraph served() throws GraphStateException {
        StateGraph<DemoState> check = DemoGraph.graph(Map.of());
        check.addNode("names", step("checked_names", "names", 350));
        check.addNode("numbers", step("checked_numbers", "numbers", 500));
        check.addEdge(START, "names");
        check.addEdge("names", "numbers");
        check.addEdge("numbers", END);

        StateGraph<DemoState> research = DemoGraph.graph(Map.of());
        research.addNode("search", step("sources", "sources", 600));
        DemoGraph.subgraph(research, "fact_check", check);
        research.addEdge(START, "search");
        research.addEdge("search", "fact_check");
        research.addEdge("fact_check", END);

        StateGraph<DemoState> writing = DemoGraph.graph(Map.of());
        writing.addNode("outline", step("outline", "paragraphs", 300));
        writing.addNode("write", DemoGraph.node((state, stream, config) -> write(state, stream)));
        writing.addEdge(START, "outline");
        writing.addEdge("outline", "write");
        writing.addEdge("write", END);

        StateGraph<DemoState> graph = DemoGraph.graph(Map.of());
        graph.addNode("editor", DemoGraph.node((state, stream, config) -> {
            stream.pause(200);
            return Map.of("headline", "What is new about " + state.text("topic", "the harbour"));
        }));
        DemoGraph.subgraph(graph, "research_desk", research);
        DemoGraph.subgraph(graph, "writing_desk", writing);
        graph.addEdge(START, "editor");
        graph.addEdge("editor", "research_desk");
        graph.addEdge("research_desk", "writing_desk");
        graph.addEdge("writing_desk", END);

        ServedGraph checking = ServedGraph.of("fact_check", check);
        ServedGraph researching = inside("research_desk", research, Map.of("fact_check", checking));
        ServedGraph writers = inside("writing_desk", writing, Map.of());
        Map<String, ServedGraph> desks = new LinkedHashMap<>();
        desks.put("research_desk", researching);
        desks.put("writing_desk", writers);
        return new ServedGraph(
                "newsroom",
                "An editor and two desks, each a graph of its own.",
                graph,
                DemoGraph.schema("newsroom"),
                null,
                desks,
                false);
    }

    private static ServedGraph inside(String name, StateGraph<DemoState> graph, Map<String, ServedGraph> subgraphs) {
        return new ServedGraph(name, "", graph, Plain.object(), null, subgraphs, false);
    }

    private static org.bsc.langgraph4j.action.AsyncNodeActionWithConfig<DemoState> step(
            String channel, String what, long millis) {
        return DemoGraph.node((state, stream, config) -> {
            List<Object> found = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                stream.pause(millis / 3);
                found.add(what + " " + i + " on " + state.text("topic", "the harbour"));
                stream.custom(Map.of("type", "progress", "about", what, "done", i));
            }
            return Map.of(channel, found);
        });
    }

    private static Map<String, Object> write(DemoState state, NodeStream stream) throws InterruptedException {
        ScriptedMessage message = stream.message("scripted-reporter");
        int words = Math.max(10, state.whole("words", 40));
        StringBuilder text = new StringBuilder("The news about " + state.text("topic", "the harbour") + " is this:");
        String[] filler = {"people", "came", "early,", "looked", "around,", "and", "went", "home", "content."};
        for (int i = 0; i < words; i++) {
            text.append(' ').append(filler[i % filler.length]);
        }
        message.say(text.toString(), 40);
        return Map.of("story", String.valueOf(message.end(60).get("content")));
    }
}
