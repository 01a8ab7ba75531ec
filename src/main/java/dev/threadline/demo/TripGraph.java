package dev.threadline.demo;

import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bsc.langgraph4j.GraphStateException;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncEdgeAction;
import org.bsc.langgraph4j.state.Channels;

/// Demo: a travel agent that thinks aloud, calls tools in a loop and writes a plan word by word.
final class TripGraph {
    private static final Map<String, String> WEATHER = Map.of(
            "Lisbon", "sunny, 24 °C",
            "Oslo", "rain, 9 °C",
            "Kyoto", "clear, 18 °C",
            "Reykjavik", "wind and snow, -2 °C");

    private TripGraph() {}

    static ServedGraph served() throws GraphStateException {
        StateGraph<DemoState> graph =
                DemoGraph.graph(Map.of("messages", Channels.appenderWithDuplicate(ArrayList::new)));
        graph.addNode("agent", DemoGraph.node((state, stream, config) -> agent(state, stream)));
        graph.addNode("tools", DemoGraph.node((state, stream, config) -> tools(state, stream)));
        graph.addEdge(START, "agent");
        AsyncEdgeAction<DemoState> next =
                AsyncEdgeAction.edge_async(state -> calls(state).isEmpty() ? "done" : "call");
        graph.addConditionalEdges("agent", next, Map.of("call", "tools", "done", END));
        graph.addEdge("tools", "agent");
        return new ServedGraph(
                "trip_planner",
                "An agent that calls tools in a loop and writes a travel plan.",
                graph,
                DemoGraph.schema("trip_planner"),
                null,
                Map.of(),
                false);
    }

    private static List<Map<String, Object>> calls(DemoState state) {
        List<Object> messages = state.list("messages");
        List<Map<String, Object>> calls = new ArrayList<>();
        if (!messages.isEmpty() && DemoState.copy(messages.getLast()).get("tool_calls") instanceof List<?> told) {
            told.forEach(call -> calls.add(DemoState.copy(call)));
        }
        return calls;
    }

    private static Map<String, Object> agent(DemoState state, NodeStream stream) throws InterruptedException {
        String city = state.text("destination", "Lisbon");
        int days = state.whole("days", 3);
        List<String> interests = state.value("interests").isPresent() ? state.texts("interests") : List.of("museums");
        long answered = state.list("messages").stream()
                .filter(message -> "tool".equals(DemoState.copy(message).get("type")))
                .count();
        ScriptedMessage message = stream.message("scripted-planner");
        if (answered == 0) {
            message.say("First I look at the weather in " + city + " and at what it costs.", 60);
            message.call("weather", Map.of("city", city));
            message.call("prices", Map.of("city", city, "days", days));
            return Map.of("messages", List.of(message.end(40)));
        }
        if (answered == 2 && !interests.isEmpty()) {
            message.say("Now I search for " + String.join(" and ", interests) + ".", 60);
            message.call("places", Map.of("city", city, "interests", interests));
            return Map.of("messages", List.of(message.end(90)));
        }
        stream.pause(300);
        for (int day = 1; day <= days; day++) {
            String what =
                    interests.isEmpty() ? "walk through the old town" : interests.get((day - 1) % interests.size());
            message.say(
                    (day == 1 ? "" : "\n") + "Day " + day + " in " + city + ": " + what + ", then dinner by the water.",
                    45);
        }
        Map<String, Object> wrote = new LinkedHashMap<>();
        Map<String, Object> whole = message.end(160);
        wrote.put("messages", List.of(whole));
        wrote.put("plan", String.valueOf(whole.get("content")));
        return wrote;
    }

    private static Map<String, Object> tools(DemoState state, NodeStream stream) throws InterruptedException {
        List<Object> answers = new ArrayList<>();
        for (Map<String, Object> call : calls(state)) {
            String tool = String.valueOf(call.get("name"));
            Map<String, Object> arguments = DemoState.copy(call.get("args"));
            stream.custom(Map.of("type", "tool", "tool", tool));
            stream.pause(tool.equals("places") ? 900 : 400);
            String city = String.valueOf(arguments.get("city"));
            String content = switch (tool) {
                case "weather" -> WEATHER.getOrDefault(city, "mild, 15 °C");
                case "prices" ->
                    80
                                    * state.whole("days", 3)
                                    * (state.text("budget", "medium").equals("high") ? 3 : 1) + " EUR";
                default -> "12 places found in " + city;
            };
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("content", content);
            answer.put("type", "tool");
            answer.put("name", tool);
            answer.put("tool_call_id", String.valueOf(call.get("id")));
            answer.put("id", "tool-" + call.get("id"));
            answer.put("status", "success");
            answers.add(answer);
        }
        return Map.of("messages", answers);
    }
}
