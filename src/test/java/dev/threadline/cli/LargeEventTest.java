package dev.threadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.threadline.Launcher;
import dev.threadline.capture.Capture;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventKind;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One event that is too large for memory, in programs whose heap is smaller than it; `-Dlarge=500` makes it 500 MB.
///
/// The server is a fake: real ones hold such an event in memory several times over.
class LargeEventTest {
    private static final int MEGABYTES = Integer.getInteger("large", 150);
    private static final int HEAP = 192;
    private static final byte[] PIECE =
            "tea for two ".repeat(1 << 20).substring(0, 1 << 20).getBytes(StandardCharsets.US_ASCII);
    private static final String BEGIN = "{\"large_node\":{\"text\":\"";
    private static final String END = " and the last word\"}}";
    private static final long SIZE = BEGIN.length() + ((long) MEGABYTES << 20) + END.length();

    @TempDir
    Path folder;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", LargeEventTest::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            exchange.getRequestBody().readAllBytes();
            if (path.endsWith("/stream")) {
                exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                exchange.getResponseHeaders().add("Content-Location", "/threads/t/runs/r");
                exchange.sendResponseHeaders(200, 0);
                stream(new BufferedOutputStream(exchange.getResponseBody(), 1 << 16));
                return;
            }
            String said = "{}";
            if (path.matches(".*/runs/[^/]+")) {
                said = "{\"run_id\":\"r\",\"thread_id\":\"t\",\"status\":\"success\"}";
            } else if (path.endsWith("/threads")) {
                said = "{\"thread_id\":\"t\",\"status\":\"idle\"}";
            } else if (path.endsWith("/ok")) {
                said = "{\"ok\":true}";
            } else if (path.endsWith("/info")) {
                said = "{\"langgraph_js_version\":\"1.5.1\",\"flags\":{}}";
            }
            byte[] body = said.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void stream(OutputStream out) throws IOException {
        write(out, "event: metadata\ndata: {\"run_id\":\"r\"}\nid: 0\n\nevent: updates\ndata: " + BEGIN);
        for (int i = 0; i < MEGABYTES; i++) {
            out.write(PIECE);
        }
        write(out, END + "\nid: 1\n\nevent: custom\ndata: \"after it\"\nid: 2\n\n");
        out.flush();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void itIsRecordedFoundAndExportedWithoutBeingHeld() throws Exception {
        Path file = folder.resolve("large.threadline");
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        run("record", "--url", url, "--assistant", "any", "--out", file.toString());
        List<EventFacts> facts = new ArrayList<>();
        try (Capture capture = Capture.open(file)) {
            capture.forEachFacts(facts::add);
            assertThat(facts).hasSize(3);
            EventFacts large = facts.get(1);
            assertThat(large.kind()).isEqualTo(EventKind.UPDATES);
            assertThat(large.node()).isEqualTo("large_node");
            assertThat(large.size()).isEqualTo(SIZE);
            assertThat(capture.head(2, 40)).startsWith(BEGIN + "tea for two");
            try (Reader data = capture.reader(2)) {
                assertThat(data.transferTo(Writer.nullWriter())).isEqualTo(SIZE);
            }
            assertThat(capture.data(3)).isEqualTo("\"after it\"");
        }
        assertThat(run("grep", file.toString(), "the last word")).contains("large_node");
        Path sse = folder.resolve("large.sse");
        run("export", file.toString(), "--format", "sse", "--out", sse.toString());
        try (BufferedReader lines = Files.newBufferedReader(sse)) {
            assertThat(longest(lines)).isEqualTo("data: ".length() + SIZE);
        }
        Path plain = folder.resolve("plain.sqlite");
        run("export", file.toString(), "--format", "sqlite", "--out", plain.toString());
        try (Capture capture = Capture.open(plain);
                Reader data = capture.reader(2)) {
            assertThat(data.transferTo(Writer.nullWriter())).isEqualTo(SIZE);
        }
    }

    private static long longest(Reader text) throws IOException {
        char[] some = new char[1 << 16];
        long line = 0;
        long most = 0;
        for (int got = text.read(some); got >= 0; got = text.read(some)) {
            for (int i = 0; i < got; i++) {
                line = some[i] == '\n' ? 0 : line + 1;
                most = Math.max(most, line);
            }
        }
        return most;
    }

    /// The command line in a process whose heap is small; what it wrote.
    private String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP + "m",
                "-Djava.io.tmpdir=" + folder,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor()).as("%s", said(out)).isZero();
        return said(out);
    }

    private static String said(Path out) {
        try {
            return Files.readString(out);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
