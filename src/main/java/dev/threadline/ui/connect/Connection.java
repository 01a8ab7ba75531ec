package dev.threadline.ui.connect;

import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Assistant;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.ServerInfo;
import dev.threadline.words.Words;
import java.util.List;

/// A deployment that answered: its client, what it is, and its assistants as they were read.
public record Connection(Deployment deployment, AgentServer server, ServerInfo info, List<Assistant> assistants) {
    private static final Words WORDS = Words.of(Connection.class);

    /// What the server is, in a few words: `LangGraph API 1.5.1 JS`.
    public String serverWords() {
        return switch (info.kind()) {
            case JS -> WORDS.text("connection.server.js", info.version());
            case PYTHON -> WORDS.text("connection.server.python", info.version());
            case UNKNOWN -> WORDS.text("connection.server", info.version());
        };
    }
}
