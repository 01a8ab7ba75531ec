package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.RunRequest;
import dev.threadline.run.RunStatus;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stream that ends in good order while its run goes on, as the JavaScript server does over an event that it can't
/// write (protocol, section 3.4); the sample agents have no such event.
class CleanEndTest {
    private static final Map<String, String> KNOWN =
            Map.of("info", "{}", "assistant", "{}", "schemas", "{}", "graph", "{}");

    @TempDir
    Path folder;

    private final Queue<String> statuses = new ArrayDeque<>();
    private final Queue<String> joined = new ConcurrentLinkedQueue<>();

    @Test
    void oneIdFurtherTheRestIsThereAndTheGapIsSaid() throws Exception {
        statuses.addAll(List.of("running", "running", "success"));
        try (Recording recording = record()) {
            assertThat(recording.status()).isEqualTo(RunStatus.SUCCESS);
            assertThat(joined).containsExactly("1", "2");
            assertThat(Sse.of(recording, 1)).extracting("id").containsExactly("0", "1", "3");
            assertThat(recording.gaps()).isEqualTo(1);
            assertThat(recording.ledger())
                    .filteredOn(line -> line.kind() == ConnectionEntry.Kind.GAP)
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.afterSeq()).isEqualTo(2);
                        assertThat(line.detail()).isEqualTo("The event with the id 2 did not come.");
                    });
        }
    }

    @Test
    void aRunThatNeverEndsIsGivenUpAndSaidToBeUnknown() throws Exception {
        try (Recording recording = record()) {
            assertThat(recording.status()).isEqualTo(RunStatus.UNKNOWN);
            assertThat(recording.run(1).error())
                    .isEqualTo(
                            "The stream ended while the run was going on. Given up after 6 tries to go on with the run;"
                                    + " it may be going on at the server.");
        }
    }

    private Recording record() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return answer(request);
                }
            });
            server.start();
            var address = server.url("/").uri().resolve("");
            var deployment =
                    new Deployment("local dev", java.net.URI.create("http://127.0.0.1:" + server.getPort()), List.of());
            Recording recording = Recording.create(folder.resolve("x.threadline"), Graphs.info(address, "odd"));
            try (AgentServer client = new AgentServer(deployment)) {
                Session.start(client, recording, RunRequest.of("odd").build(), KNOWN, Fast.PATIENCE)
                        .ended()
                        .get(1, TimeUnit.MINUTES);
            }
            return recording;
        }
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (request.getMethod().equals("POST") && path.endsWith("/stream")) {
            return stream("event: metadata\ndata: {\"run_id\":\"r\"}\nid: 0\n\nevent: custom\ndata: 1\nid: 1\n\n");
        }
        if (path.endsWith("/stream")) {
            String last = request.getHeaders().get("Last-Event-ID");
            joined.add(String.valueOf(last));
            boolean rest = "2".equals(last) && !statuses.isEmpty();
            return stream(rest ? "event: custom\ndata: 3\nid: 3\n\n" : "");
        }
        if (path.endsWith("/state")) {
            return json("{\"values\":{},\"next\":[],\"tasks\":[]}");
        }
        if (path.endsWith("/runs/r")) {
            String status = statuses.isEmpty() ? "running" : statuses.remove();
            return json("{\"run_id\":\"r\",\"status\":\"" + status + "\"}");
        }
        return json("{\"thread_id\":\"t\"}");
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private static MockResponse stream(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .addHeader("Content-Location", "/threads/t/runs/r")
                .body(body)
                .build();
    }
}
