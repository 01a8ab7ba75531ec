package dev.threadline.ui.connect;

import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Assistant;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.ServerInfo;
import java.util.List;

/// A deployment that answered: its client, what it is, and its assistants as they were read.
public record Connection(Deployment deployment, AgentServer server, ServerInfo info, List<Assistant> assistants) {
    /// What the server is, in a few words: `LangGraph API 1.5.1 JS`.
    public String serverWords() {
        String kind = switch (info.kind()) {
            case JS -> " JS";
            case PYTHON -> " Python";
            case UNKNOWN -> "";
        };
        return "LangGraph API " + info.version() + kind;
    }
}
