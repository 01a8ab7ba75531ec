package dev.threadline.demo;

import java.io.IOException;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;

class ServeMyGraph {
    static GraphServer serve(StateGraph<AgentState> graph, int port) throws IOException {
        return GraphServer.start(port, ServedGraph.of("my_graph", graph));
    }
}
