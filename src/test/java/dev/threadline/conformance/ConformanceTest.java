package dev.threadline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.demo.GraphServer;
import dev.threadline.demo.SampleAgents;
import dev.threadline.server.Js;
import dev.threadline.server.Python;
import dev.threadline.server.RealServer;
import dev.threadline.server.RealServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// The same conversations with the JavaScript server, the Python server and the demo.
///
/// Each is held to its own texts in `src/test/resources/conformance`; `-Dthreadline.golden=update` writes them
/// anew. The demo is held to the Python server's forms as well: it differs where `docs/demo-differences.md`
/// says so, and only there.
@ExtendWith(RealServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
    private static final Path GOLDEN = Path.of("src/test/resources/conformance");
    private static final Path SEEN = Path.of("target/conformance");
    private static final int AT_A_TIME = 4;

    /// What was said with a server: exchanges and their texts, by name.
    private record Said(Map<String, Exchange> exchanges, Map<String, String> texts) {}

    private final Map<String, Said> said = new TreeMap<>();

    @Test
    void javaScript(@Js RealServer server) throws Exception {
        hold("js", said("js", server.address()));
    }

    @Test
    void python(@Python RealServer server) throws Exception {
        hold("python", said("python", server.address()));
    }

    @Test
    void demo() throws Exception {
        hold("demo", demoSaid());
    }

    @Test
    void demoDiffersFromPythonAsWritten(@Python RealServer server) throws Exception {
        Map<String, Exchange> python = said("python", server.address()).exchanges();
        Map<String, Exchange> demo = demoSaid().exchanges();
        List<Difference> found = new ArrayList<>();
        python.forEach((name, exchange) -> {
            Exchange own = demo.get(name);
            if (own == null) {
                found.add(new Difference(name, "exchange", "there", "absent"));
            } else {
                found.addAll(Form.differences(name, Form.of(exchange), Form.of(own)));
            }
        });
        Files.createDirectories(SEEN);
        Files.writeString(
                SEEN.resolve("differences.txt"),
                String.join("\n", found.stream().map(Difference::toString).toList()) + "\n");
        assertThat(python.keySet()).containsAll(demo.keySet());
        DifferenceTable table = DifferenceTable.read();
        assertThat(table.unwritten(found))
                .as("differences that are not written")
                .isEmpty();
        assertThat(table.gone(found))
                .as("rows of the table that differ no more")
                .isEmpty();
    }

    private Said demoSaid() throws Exception {
        try (GraphServer demo = SampleAgents.start()) {
            return said("demo", demo.address());
        }
    }

    private Said said(String kind, URI server) throws Exception {
        Said before = said.get(kind);
        if (before != null) {
            return before;
        }
        List<Callable<Said>> conversations = new ArrayList<>();
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try (http;
                ExecutorService speakers = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (Conversation each : Conversation.all()) {
                // Langgraph4j has no Send and no way to several nodes, so the demo has no such agents.
                if (!(kind.equals("demo") && each.name().equals("fan-out"))) {
                    conversations.add(() -> speak(http, server, each));
                }
            }
            Said all = new Said(new TreeMap<>(), new TreeMap<>());
            for (Future<Said> one : speakers.invokeAll(conversations)) {
                all.exchanges().putAll(one.get().exchanges());
                all.texts().putAll(one.get().texts());
            }
            said.put(kind, all);
            return all;
        }
    }

    private static Said speak(HttpClient http, URI server, Conversation conversation) {
        Client client = new Client(http, server);
        try {
            conversation.words().say(client);
        } catch (Exception e) {
            throw new IllegalStateException("The conversation " + conversation.name() + " broke off", e);
        }
        NormalText text = new NormalText(server);
        Said said = new Said(new TreeMap<>(), new TreeMap<>());
        for (Exchange exchange : client.kept()) {
            said.exchanges().put(exchange.name(), exchange);
            said.texts().put(exchange.name(), text.of(exchange));
        }
        return said;
    }

    private static void hold(String kind, Said said) throws IOException {
        Path golden = GOLDEN.resolve(kind);
        Path folder = "update".equals(System.getProperty("threadline.golden")) ? golden : SEEN.resolve(kind);
        clear(folder);
        for (Map.Entry<String, String> each : said.texts().entrySet()) {
            Files.writeString(folder.resolve(each.getKey() + ".txt"), each.getValue());
        }
        Map<String, String> written = new TreeMap<>();
        try (var files = Files.list(golden)) {
            for (Path file : files.toList()) {
                written.put(file.getFileName().toString().replace(".txt", ""), Files.readString(file));
            }
        }
        List<String> differing = new ArrayList<>();
        said.texts().forEach((name, text) -> {
            if (!text.equals(written.get(name))) {
                differing.add(name);
            }
        });
        assertThat(differing)
                .as("not as written: see " + folder + "; renew with -Dthreadline.golden=update")
                .isEmpty();
        assertThat(written.keySet()).isEqualTo(said.texts().keySet());
    }

    private static void clear(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
