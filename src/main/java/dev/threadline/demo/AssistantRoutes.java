package dev.threadline.demo;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `/assistants`: looked at only, for their graphs are made of code (protocol, section 2.2).
final class AssistantRoutes {
    private final Assistants assistants;

    AssistantRoutes(Assistants assistants) {
        this.assistants = assistants;
    }

    Reply answer(Request request) throws ApiFailure {
        List<String> path = request.path();
        if (path.size() == 1) {
            Routes.only(request, 1, "POST");
            throw ApiFailure.unavailable("Making assistants");
        }
        String what = path.get(1);
        if (what.equals("search") || what.equals("count")) {
            Routes.only(request, 2, "POST");
            JsonObject body = request.object();
            List<JsonObject> found = found(body);
            return what.equals("count") ? Reply.of(Plain.json(found.size())) : Routes.page(found, body);
        }
        return of(request);
    }

    private List<JsonObject> found(JsonObject body) throws ApiFailure {
        String graph = Request.text(body, "graph_id");
        String name = Request.text(body, "name", "");
        JsonObject metadata = Request.member(body, "metadata");
        List<JsonObject> found = new ArrayList<>();
        for (Assistant assistant : assistants.all()) {
            JsonObject json = assistant.json();
            boolean named = graph == null || graph.equals(assistant.graph().name());
            if (named && assistant.graph().name().contains(name) && holds(json.get("metadata"), metadata)) {
                found.add(json);
            }
        }
        return found;
    }

    /// Whether an object has all members of another.
    static boolean holds(@org.jspecify.annotations.Nullable JsonValue value, JsonObject wanted) {
        return wanted.members().entrySet().stream()
                .allMatch(each ->
                        value instanceof JsonObject object && each.getValue().equals(object.get(each.getKey())));
    }

    private Reply of(Request request) throws ApiFailure {
        Assistant assistant = assistants.get(request);
        ServedGraph graph = assistant.graph();
        if (request.path().size() == 2) {
            if (request.method().equals("PATCH") || request.method().equals("DELETE")) {
                throw ApiFailure.unavailable("Changing assistants");
            }
            Routes.only(request, 2, "GET");
            return Reply.of(assistant.json());
        }
        return switch (request.path().get(2)) {
            case "schemas" -> {
                Routes.only(request, 3, "GET");
                yield Reply.of(Plain.merged(Plain.object("graph_id", graph.name()), schemas(graph)));
            }
            case "graph" -> {
                Routes.only(request, 3, "GET");
                yield Reply.of(drawn(graph, depth(request.query().getOrDefault("xray", ""))));
            }
            case "subgraphs" -> {
                Routes.only(request, request.path().size() == 4 ? 4 : 3, "GET");
                yield Reply.of(subgraphs(request, graph));
            }
            case "versions", "latest" -> throw ApiFailure.unavailable("Versions of assistants");
            default -> throw ApiFailure.notFound();
        };
    }

    private static JsonObject schemas(ServedGraph graph) {
        return Plain.object(
                "input_schema", graph.input(),
                "output_schema", Plain.object(),
                "state_schema", graph.input(),
                "config_schema", Plain.object(),
                "context_schema", graph.context());
    }

    private static int depth(String xray) throws ApiFailure {
        return switch (xray.toLowerCase(java.util.Locale.ROOT)) {
            case "", "false", "0" -> 0;
            case "true" -> Integer.MAX_VALUE;
            default -> {
                if (!xray.matches("\\d{1,3}")) {
                    throw ApiFailure.unprocessable("\"xray\" is neither a boolean nor a depth");
                }
                yield Integer.parseInt(xray);
            }
        };
    }

    private static JsonObject drawn(ServedGraph graph, int depth) {
        Map<String, Topology> unfolded = new LinkedHashMap<>();
        unfold("", graph, depth, unfolded);
        return Topology.of(graph.graph()).json("", unfolded);
    }

    private static void unfold(String prefix, ServedGraph graph, int depth, Map<String, Topology> unfolded) {
        if (depth > 0) {
            graph.subgraphs().forEach((node, inside) -> {
                unfolded.put(prefix + node, Topology.of(inside.graph()));
                unfold(prefix + node + ":", inside, depth - 1, unfolded);
            });
        }
    }

    private static JsonObject subgraphs(Request request, ServedGraph graph) {
        Map<String, Object> found = new LinkedHashMap<>();
        collect("", graph, request.flag("recurse"), found);
        if (request.path().size() == 4) {
            found.keySet().retainAll(List.of(request.path().get(3)));
        }
        return (JsonObject) Plain.json(found);
    }

    private static void collect(String prefix, ServedGraph graph, boolean deep, Map<String, Object> found) {
        graph.subgraphs().forEach((node, inside) -> {
            found.put(prefix + node, schemas(inside));
            if (deep) {
                collect(prefix + node + "|", inside, true, found);
            }
        });
    }

    /// The text of a member, or empty.
    static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? text.value() : "";
    }
}
