package dev.threadline.session;

import dev.threadline.capture.CaptureInfo;
import dev.threadline.json.Json;
import dev.threadline.protocol.RunRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Runs of the sample agents.
public final class Graphs {
    /// The graphs of the JavaScript server, each with an input.
    public static final Map<String, String> JS = Map.of(
            "joke",
            "{\"topic\":\"ice cream\"}",
            "research",
            "{}",
            "approval",
            "{\"variant\":\"parallel\"}",
            "supervisor",
            "{}",
            "tools",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}",
            "flaky",
            "{}",
            "firehose",
            "{\"events\":2000,\"payload_bytes\":200,\"nodes\":4,\"content\":{\"alphabet\":\"unicode\"}}",
            "bigstate",
            "{}");

    /// The graphs that both servers have.
    public static final List<String> BOTH = List.of("joke", "research", "approval", "supervisor", "tools", "flaky");

    /// All modes of the first protocol that a server knows.
    public static final List<String> MODES = List.of(
            "values", "updates", "messages", "messages-tuple", "custom", "debug", "tasks", "checkpoints", "events");

    private Graphs() {}

    /// A request with every mode, `tools` too where the server has it.
    public static RunRequest everyMode(String graph, boolean tools) throws Exception {
        List<String> modes = new ArrayList<>(MODES);
        if (tools) {
            modes.add("tools");
        }
        return request(graph).change().modes(modes).build();
    }

    /// A request with the modes of an inspector.
    public static RunRequest request(String graph) throws Exception {
        return RunRequest.of(graph).input(Json.parse(JS.get(graph))).build();
    }

    /// A capture's info for a new thread.
    public static CaptureInfo info(URI address, String graph) {
        return new CaptureInfo(
                "local dev", address.toString(), graph, UUID.randomUUID().toString(), Clock.now());
    }
}
