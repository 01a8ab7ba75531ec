package dev.threadline.session;

import dev.threadline.capture.Answer;
import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Assistant;
import dev.threadline.protocol.ServerFailure;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a server for what a recording needs to be read without it, and keeps the answers.
///
/// Blocks; an answer that can't be had is left out, for a run is worth recording without it.
final class SideAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(SideAnswers.class);

    private final AgentServer server;
    private final Recording recording;
    private final int run;

    SideAnswers(AgentServer server, Recording recording, int run) {
        this.server = server;
        this.recording = recording;
        this.run = run;
    }

    /// Asks for `info`, `assistant`, `graph` and `schemas`, unless the recording has them.
    void fetch(String idOrGraph) {
        ask("info", () -> server.info().json());
        ask("assistant", () -> {
            Assistant assistant = find(idOrGraph);
            return assistant == null ? null : assistant.json();
        });
        if (recording.answer("graph") == null || recording.answer("schemas") == null) {
            String id = id();
            ask("graph", () -> id == null ? null : server.graph(id, true).json());
            // The last one, for the JavaScript server may take seconds over it.
            ask("schemas", () -> id == null ? null : server.schemas(id).json());
        }
    }

    private void ask(String name, Asking asking) {
        if (recording.answer(name) == null) {
            fetch(name, asking);
        }
    }

    private @Nullable String id() {
        String assistant = recording.answer("assistant");
        try {
            return assistant != null
                            && Json.parse(assistant) instanceof JsonObject object
                            && object.get("assistant_id") instanceof JsonString id
                    ? id.value()
                    : null;
        } catch (JsonFailure e) {
            return null;
        }
    }

    /// The Python server knows an assistant by its id only, in this place (protocol, section 2.2).
    private @Nullable Assistant find(String idOrGraph) throws ServerFailure {
        if (isId(idOrGraph)) {
            return server.assistant(idOrGraph);
        }
        List<Assistant> named = server.searchAssistants(new JsonObject(Map.of("graph_id", new JsonString(idOrGraph))));
        return named.stream()
                .filter(Assistant::byDefault)
                .findFirst()
                .orElse(named.isEmpty() ? null : named.getFirst());
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Asks and keeps the answer; a failure is logged and the answer left out.
    void fetch(String name, Asking asking) {
        try {
            JsonObject answer = asking.ask();
            if (answer != null) {
                keep(name, Json.write(answer));
            }
        } catch (ServerFailure e) {
            LOG.debug("No {} for the recording {}: {}", name, recording.file(), e.sentence());
        }
    }

    /// Keeps an answer under a name, unless the newest of that name says the same.
    void keep(String name, String text) {
        if (!text.equals(recording.answer(name))) {
            recording.put(new Answer(run, name, Clock.now(), text));
        }
    }

    /// A question to the server.
    interface Asking {
        /// The answer, or null for none.
        @Nullable
        JsonObject ask() throws ServerFailure;
    }
}
