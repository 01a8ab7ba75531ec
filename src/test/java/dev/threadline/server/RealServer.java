package dev.threadline.server;

import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.Header;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A running Agent Server with the sample agents, in a scratch copy under `target/servers`.
///
/// Ended with its whole process group by [#close()], at the latest when the JVM ends.
public final class RealServer implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final ServerKind kind;
    private final boolean auth;
    private final int port;
    private final Path log;
    private final Process process;
    private final boolean ownGroup;
    private final Thread hook = new Thread(this::end);

    private RealServer(ServerKind kind, boolean auth) throws SetUp.Missing, IOException {
        this.kind = kind;
        this.auth = auth;
        this.port = freePort();
        Path setUp = SetUp.of(kind);
        Path scratch = Path.of("target/servers", kind.folder + (auth ? "-auth-" : "-") + port)
                .toAbsolutePath();
        copyAgents(scratch);
        if (kind == ServerKind.JS) {
            Files.createSymbolicLink(scratch.resolve("node_modules"), setUp.resolve("node_modules"));
        }
        this.log = scratch.resolve("server.log");
        List<String> command = new ArrayList<>();
        // A session of its own, so that the processes the server starts can be ended with it.
        this.ownGroup = Files.isExecutable(Path.of("/usr/bin/setsid"));
        if (ownGroup) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(kind.start(setUp, auth ? "langgraph.auth.json" : "langgraph.json", port));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(LANGSMITH|LANGCHAIN|LANGGRAPH)_.*"));
        builder.environment().put("LANGGRAPH_CLI_NO_ANALYTICS", "1");
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        // The order of some keys in metadata hangs on the seed of Python's hashes.
        builder.environment().put("PYTHONHASHSEED", "0");
        this.process = builder.start();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Starts a server and waits until it answers.
    static RealServer start(ServerKind kind, boolean auth) throws SetUp.Missing, IOException {
        RealServer server = new RealServer(kind, auth);
        try {
            server.awaitReady();
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /// Another server of this kind for one test alone; the test closes it.
    public RealServer another() {
        try {
            return start(kind, auth);
        } catch (SetUp.Missing | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Which implementation it is.
    public ServerKind kind() {
        return kind;
    }

    /// The port on 127.0.0.1.
    public int port() {
        return port;
    }

    /// Where it is, such as `http://127.0.0.1:40123`.
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// A deployment called `local dev` at this server.
    public Deployment deployment(Header... headers) {
        return new Deployment("local dev", address(), List.of(headers));
    }

    /// What the server printed so far.
    public String log() throws IOException {
        return Files.readString(log);
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        HttpRequest request = HttpRequest.newBuilder(address().resolve("/ok"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (!answers(client, request)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("The " + kind + " server did not start: " + SetUp.lastLines(log));
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            throw new IOException("Interrupted while the " + kind + " server was starting", e);
        }
    }

    private boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 || (auth && status == 401);
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Ends the server at once, as a crash would.
    public void kill() {
        if (process.isAlive()) {
            signal("KILL");
            process.onExit().join();
        }
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private void end() {
        List<ProcessHandle> children = process.descendants().toList();
        signal("TERM");
        try {
            if (!process.waitFor(8, TimeUnit.SECONDS)) {
                signal("KILL");
            }
        } catch (InterruptedException e) {
            signal("KILL");
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private void signal(String name) {
        if (ownGroup && process.isAlive()) {
            try {
                new ProcessBuilder("kill", "-" + name, "--", "-" + process.pid())
                        .start()
                        .waitFor();
                return;
            } catch (IOException | InterruptedException e) {
                // Falls through to ending the processes one by one.
            }
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void copyAgents(Path scratch) throws IOException {
        SetUp.delete(scratch);
        Path agents = kind.agents();
        try (var paths = Files.walk(agents)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path inside = agents.relativize(path);
                if (inside.startsWith("node_modules") || inside.startsWith(".langgraph_api")) {
                    continue;
                }
                Path copy = scratch.resolve(inside);
                Files.createDirectories(copy.getParent());
                if (Files.isRegularFile(path)) {
                    Files.copy(path, copy);
                }
            }
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String toString() {
        return kind + " server at " + address();
    }
}
