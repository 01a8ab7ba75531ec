package dev.threadline.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The assistants of a deployment: one for each graph. Never changes.
final class Assistants {
    private final Map<String, Assistant> byId = new LinkedHashMap<>();
    private final Map<String, Assistant> byName = new LinkedHashMap<>();

    Assistants(List<ServedGraph> graphs) {
        for (ServedGraph graph : graphs) {
            Assistant assistant = new Assistant(Ids.ofAssistant(graph.name()), graph, Timestamps.now());
            byId.put(assistant.id(), assistant);
            byName.put(graph.name(), assistant);
        }
    }

    /// By id or by the graph's name, or null.
    @Nullable
    Assistant find(String idOrName) {
        Assistant found = byName.get(idOrName);
        return found == null ? byId.get(idOrName) : found;
    }

    Assistant get(Request request) throws ApiFailure {
        Assistant found = byId.get(request.id(1, "assistant"));
        if (found == null) {
            throw ApiFailure.notFound();
        }
        return found;
    }

    List<Assistant> all() {
        return List.copyOf(byId.values());
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
