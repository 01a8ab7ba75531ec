package dev.threadline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.capture.ConnectionEntry.Kind;
import dev.threadline.capture.Waiting;
import dev.threadline.protocol.AgentServer;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.Header;
import dev.threadline.protocol.RunRequest;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.run.RunStatus;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where and when a broken stream is joined again; the server is scripted, for real ones name no odd places.
class ReconnectTest {
    private static final Map<String, String> KNOWN =
            Map.of("info", "{}", "assistant", "{}", "schemas", "{}", "graph", "{}");
    private static final Header KEY = new Header("x-api-key", "for-this-server-only", true);
    private static final String PATH = "/threads/[0-9a-f-]{36}/runs/r/stream after 0";

    @TempDir
    Path folder;

    private final MockWebServer web = new MockWebServer();
    private final MockWebServer other = new MockWebServer();
    private final Queue<String> joins = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> refusals = new ArrayDeque<>();
    private String location = "";
    private boolean running = true;

    @BeforeEach
    void start() throws Exception {
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        web.start();
        other.start();
    }

    @AfterEach
    void stop() {
        web.close();
        other.close();
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (request.getMethod().equals("POST") && path.endsWith("/stream")) {
            MockResponse.Builder first = stream("event: metadata\ndata: {\"run_id\":\"r\"}\nid: 0\n\nevent: cus");
            if (!location.isEmpty()) {
                first.addHeader("Location", location);
            }
            return first.build();
        }
        if (path.contains("/stream")) {
            joins.add(path + " after " + request.getHeaders().get("Last-Event-ID"));
            Integer refused = refusals.poll();
            if (refused != null) {
                return new MockResponse.Builder().code(refused).build();
            }
            running = false;
            return stream("event: custom\ndata: 1\nid: 1\n\n").build();
        }
        if (path.endsWith("/runs/r")) {
            return json("{\"run_id\":\"r\",\"status\":\"" + (running ? "running" : "success") + "\"}");
        }
        return json("{\"thread_id\":\"t\",\"values\":{},\"next\":[],\"tasks\":[]}");
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    private static MockResponse.Builder stream(String body) {
        return new MockResponse.Builder()
                .headers(Headers.of("Content-Type", "text/event-stream", "Content-Location", "/threads/t/runs/r"))
                .body(body);
    }

    private interface Meanwhile {
        void with(Session session) throws Exception;
    }

    private Recording record(Patience patience, Meanwhile meanwhile) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + web.getPort());
        Recording recording = Recording.create(folder.resolve("x.threadline"), Graphs.info(address, "odd"));
        try (AgentServer server = new AgentServer(new Deployment("local dev", address, List.of(KEY)))) {
            Session session =
                    Session.start(server, recording, RunRequest.of("odd").build(), KNOWN, patience);
            meanwhile.with(session);
            session.ended().get(1, TimeUnit.MINUTES);
            assertThat(session.link()).isInstanceOf(Link.Ended.class);
        }
        return recording;
    }

    private Recording record() throws Exception {
        return record(Fast.PATIENCE, session -> {});
    }

    @Test
    void theServersOwnAddressIsUsed() throws Exception {
        location = "/threads/t/runs/r/stream/again";
        try (Recording recording = record()) {
            assertThat(recording.status()).isEqualTo(RunStatus.SUCCESS);
            assertThat(joins).containsExactly("/threads/t/runs/r/stream/again after 0");
            assertThat(recording.ledger())
                    .extracting("kind")
                    .containsExactly(Kind.OPENED, Kind.ENDED, Kind.TAIL, Kind.RESUMED, Kind.ENDED);
            assertThat(recording.ledger().get(3).detail()).isEqualTo("after id 0");
        }
    }

    @Test
    void anAddressElsewhereGetsNoRequestAndNoKey() throws Exception {
        location = "http://127.0.0.1:" + other.getPort() + "/threads/t/runs/r/stream";
        try (Recording recording = record()) {
            assertThat(recording.status()).isEqualTo(RunStatus.SUCCESS);
            assertThat(joins).singleElement().asString().matches(PATH);
            assertThat(other.getRequestCount()).isZero();
        }
    }

    @Test
    void anAddressThatLeadsNowhereGivesWayToTheRunsPath() throws Exception {
        location = "/threads/t/runs/r/stream/again";
        refusals.add(404);
        try (Recording recording = record()) {
            assertThat(recording.status()).isEqualTo(RunStatus.SUCCESS);
            assertThat(joins).hasSize(2).first().isEqualTo("/threads/t/runs/r/stream/again after 0");
            assertThat(joins).last().asString().matches(PATH);
        }
    }

    @Test
    void aRefusedKeyIsNotTriedAgain() throws Exception {
        refusals.addAll(List.of(401, 401));
        Session[] session = new Session[1];
        try (Recording recording = record(Fast.PATIENCE, it -> session[0] = it)) {
            assertThat(recording.status()).isEqualTo(RunStatus.UNKNOWN);
            assertThat(joins).hasSize(1);
            assertThat(session[0].failure()).isInstanceOf(ServerFailure.KeyRefused.class);
            assertThat(recording.run(1).error()).contains("key");
        }
    }

    @Test
    void aTryThatFailsStandsInTheLedgerAndTheNextOneFollows() throws Exception {
        refusals.addAll(List.of(502, 503, 504));
        try (Recording recording = record()) {
            assertThat(recording.status()).isEqualTo(RunStatus.SUCCESS);
            assertThat(joins).hasSize(4);
            assertThat(recording.ledger())
                    .filteredOn(line -> line.kind() == Kind.TRIED)
                    .hasSize(3);
        }
    }

    @Test
    void aServerThatStaysAwayIsGivenUpInASentence() throws Exception {
        for (int i = 0; i < 20; i++) {
            refusals.add(502);
        }
        try (Recording recording = record()) {
            assertThat(recording.status()).isEqualTo(RunStatus.UNKNOWN);
            assertThat(joins).hasSize(Fast.PATIENCE.attempts() + 1);
            assertThat(recording.run(1).error()).contains("502").endsWith("it may be going on at the server.");
        }
    }

    @Test
    void theCountdownCanBeSkipped() throws Exception {
        refusals.add(502);
        Duration hour = Duration.ofHours(1);
        Patience slow = new Patience(3, hour, hour, hour, hour, hour, hour, hour);
        try (Recording recording = record(slow, session -> {
            Waiting.until(() -> session.link() instanceof Link.Waiting);
            assertThat(session.link()).isInstanceOfSatisfying(Link.Waiting.class, waiting -> {
                assertThat(waiting.attempt()).isEqualTo(1);
                assertThat(waiting.attempts()).isEqualTo(3);
                assertThat(waiting.at()).isGreaterThan(Clock.now());
                assertThat(waiting.why()).contains("502");
            });
            session.reconnectNow();
        })) {
            assertThat(recording.status()).isEqualTo(RunStatus.SUCCESS);
        }
    }
}
