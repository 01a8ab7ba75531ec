package dev.threadline.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Faults that the real servers don't produce on demand.
class ServerFailureTest {
    private static final String ID = "01a201ab-a21c-73ba-b5fb-19e818e25961";
    private static final String KEY = "key-that-nobody-may-see";

    private final MockWebServer mock = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        mock.start();
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    private AgentServer server(Header... headers) {
        URI address = URI.create("http://127.0.0.1:" + mock.getPort() + "/some/prefix");
        return new AgentServer(new Deployment("staging", address, List.of(headers)));
    }

    private void answer(int code, String type, String body) {
        mock.enqueue(new MockResponse.Builder()
                .code(code)
                .setHeader("Content-Type", type)
                .body(body)
                .build());
    }

    /// A request that ends in a failure.
    interface Request {
        void send() throws ServerFailure;
    }

    private static <T extends ServerFailure> T failure(Class<T> type, Request request) {
        T failure = catchThrowableOfType(type, request::send);
        assertThat(failure).isNotNull();
        assertThat(failure.sentence()).endsWith(".");
        assertThat(failure.action()).endsWith(".");
        assertThat(failure.details() + failure).doesNotContain(KEY);
        return failure;
    }

    @Test
    void aPageThatIsNoAgentServerIsNamedAsSuch() {
        answer(200, "text/html", "<html><title>Hello</title></html>");
        ServerFailure page = failure(ServerFailure.NotAnAgentServer.class, () -> server().ok());
        assertThat(page.sentence())
                .isEqualTo("What answers at 127.0.0.1:" + mock.getPort() + " is not an Agent Server.");
        assertThat(page.details())
                .contains("GET http://127.0.0.1")
                .contains("200 OK")
                .contains("<title>Hello");
        assertThat(page.serverWords()).isEmpty();
        answer(200, "application/json", "{\"name\":\"another service\"}");
        failure(ServerFailure.NotAnAgentServer.class, () -> server().info());
        answer(404, "text/plain", "Not Found");
        failure(ServerFailure.NotAnAgentServer.class, () -> server().ok());
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        mock.enqueue(new MockResponse.Builder()
                .code(302)
                .setHeader("Location", "http://localhost:" + mock.getPort() + "/login")
                .build());
        failure(
                ServerFailure.NotAnAgentServer.class,
                () -> server(new Header("x-api-key", KEY, true)).ok());
        assertThat(mock.takeRequest().getUrl().encodedPath()).isEqualTo("/some/prefix/ok");
        assertThat(mock.getRequestCount()).isEqualTo(1);
    }

    @Test
    void keysAreAskedForAndRefused() {
        answer(401, "application/json", "{\"detail\":\"Missing key\"}");
        ServerFailure without = failure(ServerFailure.KeyRefused.class, () -> server().searchAssistants());
        assertThat(without.sentence()).isEqualTo("staging asks for an API key.");
        assertThat(without.serverWords()).contains("Missing key");
        answer(401, "text/plain", "no such key: " + KEY);
        ServerFailure with = failure(
                ServerFailure.KeyRefused.class,
                () -> server(new Header("x-api-key", KEY, true)).searchAssistants());
        assertThat(with.sentence()).isEqualTo("staging refuses the API key.");
        assertThat(with.serverWords()).contains("no such key: ••••");
        answer(403, "text/plain", "");
        ServerFailure forbidden = failure(ServerFailure.Forbidden.class, () -> server().createThread());
        assertThat(forbidden.sentence()).isEqualTo("staging does not let this key create a thread.");
        assertThat(forbidden.serverWords()).isEmpty();
    }

    @Test
    void aServersWordsAreFoundInEveryFormOfBody() {
        answer(
                422,
                "application/json",
                "{\"detail\":[{\"loc\":[\"body\",\"input\"],\"msg\":\"field required\",\"type\":\"x\"}]}");
        assertThat(refusedWords()).isEqualTo("body/input: field required");
        answer(
                400,
                "application/json",
                "{\"success\":false,\"error\":{\"issues\":[{\"path\":[\"stream_mode\",0],\"message\":\"Invalid"
                        + " input\",\"unionErrors\":[{\"issues\":[{\"path\":[\"stream_mode\",0],\"message\":\"Not a"
                        + " mode\"}]}]}],\"name\":\"ZodError\"}}");
        assertThat(refusedWords()).isEqualTo("stream_mode/0: Not a mode");
        answer(409, "text/plain", " Thread is busy \n");
        assertThat(refusedWords()).isEqualTo("Thread is busy");
        answer(400, "text/plain", "x".repeat(40_000));
        ServerFailure.Refused long_ = failure(ServerFailure.Refused.class, () -> server().createThread());
        assertThat(long_.serverWords().orElseThrow()).endsWith("x… (40000 characters in all)");
        assertThat(long_.details()).endsWith("(16384 of 40000 characters shown)");
    }

    private String refusedWords() {
        return failure(ServerFailure.Refused.class, () -> server().createThread())
                .serverWords()
                .orElseThrow();
    }

    @Test
    void aServersOwnFailureAndAnUnreadableAnswerAreToldApart() {
        answer(503, "text/html", "<h1>busy</h1>");
        ServerFailure own = failure(ServerFailure.ServerError.class, () -> server().schemas(ID));
        assertThat(own.sentence()).isEqualTo("staging failed to give the schemas of " + ID + " (status 503).");
        answer(200, "application/json", "{\"thread_id\":");
        ServerFailure half = failure(ServerFailure.BadAnswer.class, () -> server().thread("t"));
        assertThat(half.sentence())
                .isEqualTo("staging was asked to show a thread and gave an answer that can't be read.");
        answer(200, "application/json", "[]");
        failure(ServerFailure.BadAnswer.class, () -> server().thread("t"));
        answer(200, "application/json", "{}");
        failure(
                ServerFailure.BadAnswer.class,
                () -> server().stream("t", RunRequest.of("joke").build(), new Hearing()));
    }

    @Test
    void aDeadConnectionIsTriedOnceMoreOnlyWhereThatIsSafe() {
        mock.enqueue(dead());
        answer(200, "application/json", "[]");
        try (AgentServer server = server()) {
            assertThat(server.searchAssistants()).isEmpty();
        } catch (ServerFailure e) {
            throw new AssertionError(e.details(), e);
        }
        assertThat(mock.getRequestCount()).isEqualTo(2);
        mock.enqueue(dead());
        ServerFailure cut = failure(
                ServerFailure.Unreachable.class,
                () -> server().createRun("t", RunRequest.of("joke").build()));
        assertThat(cut.sentence()).isEqualTo("staging closed the connection without an answer.");
        assertThat(mock.getRequestCount()).isEqualTo(3);
    }

    private static MockResponse dead() {
        return new MockResponse.Builder()
                .onRequestBody(new SocketEffect.CloseSocket())
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    @Test
    void anAnswerThatBreaksOffIsCut() {
        mock.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body("{\"thread_id\":\"" + "x".repeat(100_000) + "\"}")
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        failure(ServerFailure.StreamBroken.class, () -> server().createThread());
    }

    @Test
    void aStreamIsCutAndItsTailKept() throws Exception {
        mock.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "text/event-stream;charset=utf-8")
                .setHeader("Content-Location", "/some/prefix/threads/t1/runs/r1")
                .setHeader("Location", "https://elsewhere.example/threads/t1/runs/r1/stream")
                .body("event: values\ndata: {\"key\":\"" + KEY + "\"}\nid: 1\n\ndata: {\"half")
                .setHeader("Content-Length", 10_000)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());
        Hearing hearing = new Hearing();
        try (AgentServer server = server(new Header("x-key", KEY, true));
                EventStream stream = server.stream("t1", RunRequest.of("joke").build(), hearing)) {
            stream.await();
            assertThat(stream.lastByteAt()).isPositive();
        }
        assertThat(hearing.opened().runId()).isEqualTo("r1");
        assertThat(hearing.opened().threadId()).isEqualTo("t1");
        assertThat(hearing.opened().location()).isNull();
        WireEvent event = hearing.events().getFirst();
        assertThat(event.data()).isEqualTo("{\"key\":\"••••\"}");
        assertThat(event.masked()).isTrue();
        assertThat(hearing.end()).isInstanceOfSatisfying(StreamEnd.Cut.class, cut -> {
            assertThat(cut.cutTail()).isEqualTo("data: {\"half");
            assertThat(cut.failure().sentence()).isEqualTo("The connection to staging was cut.");
            assertThat(cut.failure().details()).contains("Content-Location").doesNotContain(KEY);
        });
    }

    @Test
    void theBytesOfARequestAreWhatTheServersWant() throws Exception {
        answer(200, "application/json", "{\"thread_id\":\"a/b\",\"values\":{}}");
        try (AgentServer server = server(new Header("x-extra", "ä", false))) {
            server.thread("a/b");
        }
        RecordedRequest get = mock.takeRequest();
        assertThat(get.getUrl().encodedPath()).isEqualTo("/some/prefix/threads/a%2Fb");
        assertThat(get.getHeaders().names()).doesNotContain("Content-Type", "content-type", "Upgrade");
        answer(200, "application/json", "{\"thread_id\":\"t\"}");
        try (AgentServer server = server()) {
            server.createThread();
        }
        RecordedRequest post = mock.takeRequest();
        assertThat(post.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(post.getBody().utf8()).isEqualTo("{}");
    }

    @Test
    void waitIsLeftOutForJavaScriptAndFalseForPython() throws Exception {
        assertThat(cancelQuery("{\"langgraph_js_version\":\"1\",\"context\":\"js\"}"))
                .isEqualTo("action=interrupt");
        assertThat(cancelQuery("{\"langgraph_py_version\":\"1\"}")).isEqualTo("action=interrupt&wait=false");
    }

    private String cancelQuery(String info) throws Exception {
        answer(200, "application/json", info);
        answer(202, "text/plain", "");
        try (AgentServer server = server()) {
            server.cancel("t", "r", "interrupt", false);
        }
        mock.takeRequest();
        return mock.takeRequest().getUrl().encodedQuery();
    }

    @Test
    void nothingAnsweringIsSaidWithTheAddress() throws Exception {
        int port = mock.getPort();
        mock.close();
        AgentServer server =
                new AgentServer(new Deployment("local dev", URI.create("http://127.0.0.1:" + port), List.of()));
        ServerFailure refused = failure(ServerFailure.Unreachable.class, server::ok);
        assertThat(refused.sentence()).isEqualTo("Nothing answers at 127.0.0.1:" + port + ".");
        AgentServer nowhere =
                new AgentServer(new Deployment("x", URI.create("http://no-such-host.invalid:1"), List.of()));
        assertThat(failure(ServerFailure.Unreachable.class, nowhere::ok).sentence())
                .isEqualTo("No machine is known by the name in no-such-host.invalid:1.");
    }

    @Test
    void plainHttpWhereHttpsIsAskedForIsSaid() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket client = plain.accept()) {
                    client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            AgentServer secure = new AgentServer(
                    new Deployment("staging", URI.create("https://127.0.0.1:" + plain.getLocalPort()), List.of()));
            assertThat(failure(ServerFailure.Unreachable.class, secure::ok).sentence())
                    .startsWith("No secure connection to 127.0.0.1:");
        }
    }

    @Test
    void aRequestThatIsWaitedForCanBeGivenUp() throws Exception {
        mock.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        Thread waiting = Thread.currentThread();
        Thread.ofVirtual().start(() -> {
            try {
                mock.takeRequest();
                waiting.interrupt();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        ServerFailure given = failure(
                ServerFailure.StreamBroken.class,
                () -> server().stream(null, RunRequest.of("joke").build(), new Hearing()));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(given.sentence()).isEqualTo("The request to staging was given up before it was answered.");
    }
}
