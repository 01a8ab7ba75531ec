package dev.threadline.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// langgraph4j graphs behind the Agent Server's interface, on this machine only: Threadline and the LangGraph SDKs can
/// talk to them.
///
/// Everything is kept in memory and gone when it is closed. Safe for any thread.
public final class GraphServer implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Threads all = new Threads();

    private GraphServer(int port, double speed, List<ServedGraph> graphs) throws IOException {
        graphs.forEach(GraphServer::follow);
        Ids ids = new Ids();
        Assistants assistants = new Assistants(graphs);
        Routes routes = new Routes(assistants, all, new Runs(ids, speed), ids);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        http.setExecutor(threads);
        http.createContext("/", new HttpFront(routes));
        http.start();
    }

    private static void follow(ServedGraph graph) {
        TaskHooks.addTo(graph.graph());
        graph.subgraphs().values().forEach(GraphServer::follow);
    }

    /// Serves graphs at a port of this machine, 0 for any that is free.
    ///
    /// @throws IOException where the port is taken
    public static GraphServer start(int port, ServedGraph... graphs) throws IOException {
        return new GraphServer(port, 1, List.of(graphs));
    }

    /// The same at another pace: with 10, what pauses for a second pauses for 100 ms.
    ///
    /// @throws IOException where the port is taken
    public static GraphServer start(int port, double speed, List<ServedGraph> graphs) throws IOException {
        return new GraphServer(port, speed, graphs);
    }

    /// Where it is, such as `http://127.0.0.1:40123`.
    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /// Stops all runs and answers nothing any more.
    @Override
    public void close() {
        all.all().forEach(thread -> thread.active().forEach(GraphRun::cancel));
        http.stop(0);
        threads.shutdownNow();
    }
}
