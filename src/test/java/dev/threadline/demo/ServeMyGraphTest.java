package dev.threadline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bsc.langgraph4j.GraphDefinition.END;
import static org.bsc.langgraph4j.GraphDefinition.START;

import dev.threadline.json.Json;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.RunRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.action.AsyncNodeAction;
import org.bsc.langgraph4j.state.AgentState;
import org.junit.jupiter.api.Test;

/// The program of `docs/langgraph4j.md`, compiled and run.
class ServeMyGraphTest {
    @Test
    void theDocumentedProgramServesAGraph() throws Exception {
        String program = Files.readString(Path.of("src/test/java/dev/threadline/demo/ServeMyGraph.java"));
        String told = Files.readString(Path.of("docs/langgraph4j.md"));
        String code = told.substring(told.indexOf("```java\n") + 8, told.indexOf("```\n", told.indexOf("```java\n")));
        assertThat(program).contains(code);

        StateGraph<AgentState> graph = new StateGraph<>(AgentState::new);
        graph.addNode(
                "double",
                AsyncNodeAction.node_async(state -> Map.of(
                        "doubled", 2 * state.<Number>value("number").orElse(0).longValue())));
        graph.addEdge(START, "double");
        graph.addEdge("double", END);
        try (GraphServer served = ServeMyGraph.serve(graph, 0);
                AgentServer server = new AgentServer(new Deployment("mine", served.address(), List.of()))) {
            String thread = server.createThread().threadId();
            server.waitRun(
                    thread,
                    RunRequest.of("my_graph")
                            .input(Json.parse("{\"number\":21}"))
                            .build());
            assertThat(Json.write(server.state(thread, false).values())).isEqualTo("{\"doubled\":42,\"number\":21}");
        }
    }
}
