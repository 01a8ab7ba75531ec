package dev.threadline.demo;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;
import org.jspecify.annotations.Nullable;

/// A langgraph4j graph under the name by which clients know it.
///
/// @param name of the graph and its assistant
/// @param description one sentence
/// @param graph not compiled yet: each run compiles it with its own breakpoints
/// @param input JSON Schema of the input; an empty object where nothing is known
/// @param context JSON Schema of the context, or null
/// @param subgraphs graphs that nodes of this one run, by node; their tasks are told too
/// @param resumesIntoState whether an answer to an interrupt is merged into the state, as langgraph4j's own way is
public record ServedGraph(
        String name,
        String description,
        StateGraph<? extends AgentState> graph,
        JsonObject input,
        @Nullable JsonObject context,
        Map<String, ServedGraph> subgraphs,
        boolean resumesIntoState) {
    /// Copies the subgraphs; their order stays.
    public ServedGraph {
        subgraphs = Collections.unmodifiableMap(new LinkedHashMap<>(subgraphs));
    }

    /// A graph about which nothing but its name is told.
    public static ServedGraph of(String name, StateGraph<? extends AgentState> graph) {
        return new ServedGraph(name, "", graph, Plain.object(), null, Map.of(), true);
    }

    /// The same graph with a JSON Schema for its input.
    ///
    /// @throws IllegalArgumentException where the text is no JSON object
    public ServedGraph withInput(String schema) {
        return new ServedGraph(name, description, graph, schema(schema), context, subgraphs, resumesIntoState);
    }

    /// The channels in the order of the schema, then the others by name.
    List<String> order(Set<String> channels) {
        Set<String> order = new LinkedHashSet<>();
        if (input.get("properties") instanceof JsonObject properties) {
            order.addAll(properties.members().keySet());
        }
        order.retainAll(channels);
        channels.stream().sorted().forEach(order::add);
        return List.copyOf(order);
    }

    static JsonObject schema(String text) {
        try {
            if (Json.parse(text) instanceof JsonObject object) {
                return object;
            }
            throw new IllegalArgumentException("A JSON Schema is an object.");
        } catch (JsonFailure e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
