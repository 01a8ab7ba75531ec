package dev.threadline.demo;

import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonNull;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a client asks of a run, and refuses what this deployment can't do.
final class OrderReading {
    private static final List<String> MODES = List.of(
            "values", "updates", "messages", "messages-tuple", "custom", "debug", "tasks", "checkpoints", "events");
    private static final List<String> STRATEGIES = List.of("reject", "enqueue", "interrupt", "rollback");

    private final Assistants assistants;

    OrderReading(Assistants assistants) {
        this.assistants = assistants;
    }

    RunOrder read(JsonObject body) throws ApiFailure {
        Assistant assistant = assistant(body);
        JsonObject command = Request.member(body, "command");
        JsonObject config = Request.member(body, "config");
        String multitask = Request.text(body, "multitask_strategy", "enqueue");
        if (!STRATEGIES.contains(multitask)) {
            throw ApiFailure.unprocessable("\"" + multitask + "\" is not one of " + STRATEGIES);
        }
        JsonValue input = Request.value(body, "input");
        if (input != null && !(input instanceof JsonObject)) {
            throw Request.wrong("input", "object");
        }
        JsonValue resume = command.get("resume");
        JsonObject update = Request.value(command, "update") == null ? null : Request.member(command, "update");
        return new RunOrder(
                body,
                assistant,
                (JsonObject) input,
                resume == JsonNull.NULL ? null : resume,
                update,
                gotos(command, assistant),
                checkpoint(body),
                modes(body),
                Request.bool(body, "stream_subgraphs"),
                Request.bool(body, "stream_resumable"),
                nodes(body, "interrupt_before", assistant),
                nodes(body, "interrupt_after", assistant),
                multitask,
                config,
                context(body, config),
                Request.member(body, "metadata"),
                Request.whole(config, "recursion_limit", 25, 1, 10_000),
                Request.text(body, "on_disconnect", "continue").equals("cancel"),
                Request.text(body, "on_completion", "delete").equals("keep"),
                Request.whole(body, "after_seconds", 0, 0, 86_400) * 1000L);
    }

    private Assistant assistant(JsonObject body) throws ApiFailure {
        String wanted = Request.text(body, "assistant_id");
        if (wanted == null) {
            throw ApiFailure.unprocessable("\"assistant_id\" is a required property");
        }
        Assistant found = assistants.find(wanted);
        if (found != null) {
            return found;
        }
        if (Request.uuid(wanted).isPresent()) {
            throw new ApiFailure(404, "Thread or assistant not found.");
        }
        throw ApiFailure.unprocessable("Invalid assistant: '" + wanted
                + "'. Must be either:\n- A valid assistant UUID, or\n- One of the registered graphs: "
                + String.join(", ", assistants.names()));
    }

    private static JsonObject context(JsonObject body, JsonObject config) throws ApiFailure {
        JsonObject configurable = Request.member(config, "configurable");
        JsonObject context = Request.member(body, "context");
        if (!context.members().isEmpty() && !configurable.members().isEmpty()) {
            throw new ApiFailure(400, "Cannot specify both configurable and context.");
        }
        return context.members().isEmpty() ? configurable : context;
    }

    private static Set<String> modes(JsonObject body) throws ApiFailure {
        List<String> asked = Request.texts(body, "stream_mode");
        for (String mode : asked) {
            if (!MODES.contains(mode)) {
                throw ApiFailure.unprocessable(Json.write(Plain.json(asked))
                        + " is not valid under any of the given schemas: \"stream_mode\"");
            }
        }
        return asked.isEmpty() ? Set.of("values") : new LinkedHashSet<>(asked);
    }

    private static Set<String> nodes(JsonObject body, String name, Assistant assistant) throws ApiFailure {
        Set<String> nodes = new HashSet<>(Request.texts(body, name));
        List<String> known = Topology.of(assistant.graph().graph()).nodes();
        for (String node : nodes) {
            if (!node.equals("*") && !known.contains(node)) {
                throw new ApiFailure(400, "Node " + node + " does not exist");
            }
        }
        return nodes;
    }

    private static @Nullable String checkpoint(JsonObject body) throws ApiFailure {
        String id = Request.text(body, "checkpoint_id");
        return id == null ? Request.text(Request.member(body, "checkpoint"), "checkpoint_id") : id;
    }

    private static List<String> gotos(JsonObject command, Assistant assistant) throws ApiFailure {
        List<String> gotos = new ArrayList<>();
        switch (Request.value(command, "goto")) {
            case null -> {}
            case JsonString node -> gotos.add(node.value());
            case JsonArray array
            when array.items().size() == 1 && array.items().getFirst() instanceof JsonString node ->
                gotos.add(node.value());
            default -> throw ApiFailure.unavailable("A goto with an input, or to several nodes,");
        }
        List<String> known = Topology.of(assistant.graph().graph()).nodes();
        for (String node : gotos) {
            if (!known.contains(node)) {
                throw new ApiFailure(400, "Node " + node + " does not exist");
            }
        }
        return gotos;
    }
}
