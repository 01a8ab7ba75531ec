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

/// Demo: a garden that grows day by day: a deep state with small changes.
final class GardenGraph {
    private GardenGraph() {}

    static ServedGraph served() throws GraphStateException {
        StateGraph<DemoState> graph = DemoGraph.graph(Map.of());
        graph.addNode("plant", DemoGraph.node((state, stream, config) -> plant(state, stream)));
        graph.addNode("grow", DemoGraph.node((state, stream, config) -> grow(state, stream)));
        graph.addEdge(START, "plant");
        graph.addEdge("plant", "grow");
        AsyncEdgeAction<DemoState> next =
                AsyncEdgeAction.edge_async(state -> state.whole("day", 0) < state.whole("days", 8) ? "more" : "done");
        graph.addConditionalEdges("grow", next, Map.of("more", "grow", "done", END));
        return new ServedGraph(
                "garden",
                "A deep state that grows by small changes.",
                graph,
                DemoGraph.schema("garden"),
                null,
                Map.of(),
                false);
    }

    private static Map<String, Object> plant(DemoState state, NodeStream stream) throws InterruptedException {
        stream.pause(300);
        Map<String, Object> beds = new LinkedHashMap<>();
        List<String> names = state.texts("plants");
        List<String> kinds = names.isEmpty() ? List.of("tomato", "basil", "rose") : names;
        for (int bed = 1; bed <= state.whole("beds", 4); bed++) {
            List<Object> plants = new ArrayList<>();
            for (String kind : kinds) {
                Map<String, Object> plant = new LinkedHashMap<>();
                plant.put("id", kind + "-" + bed);
                plant.put("kind", kind);
                plant.put("height_mm", 10L);
                plant.put("history", new ArrayList<>());
                plants.add(plant);
            }
            Map<String, Object> soil = new LinkedHashMap<>();
            soil.put("water", 50L);
            soil.put("layers", Map.of("top", Map.of("ph", "6.5"), "below", Map.of("ph", "7.0")));
            beds.put("bed " + bed, new LinkedHashMap<>(Map.of("soil", soil, "plants", plants)));
        }
        return Map.of("garden", beds, "day", 0L);
    }

    private static Map<String, Object> grow(DemoState state, NodeStream stream) throws InterruptedException {
        stream.pause(350);
        int day = state.whole("day", 0) + 1;
        Map<String, Object> beds = state.map("garden");
        String lucky = "bed " + (day % Math.max(1, beds.size()) + 1);
        Map<String, Object> bed = DemoState.copy(beds.get(lucky));
        List<Object> plants = new ArrayList<>();
        if (bed.get("plants") instanceof List<?> before) {
            for (Object each : before) {
                Map<String, Object> plant = DemoState.copy(each);
                long height = plant.get("height_mm") instanceof Number number ? number.longValue() : 10;
                plant.put("height_mm", height + day * 3L);
                List<Object> history = new ArrayList<>(plant.get("history") instanceof List<?> old ? old : List.of());
                history.add("day " + day + ": " + height + " mm");
                plant.put("history", history);
                plants.add(plant);
            }
        }
        bed.put("plants", plants);
        beds.put(lucky, bed);
        stream.custom(Map.of("type", "grown", "bed", lucky, "day", day));
        return Map.of("garden", beds, "day", (long) day);
    }
}
