package dev.threadline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.json.Json;
import dev.threadline.json.JsonValue.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The demo's HTTP side with requests that nobody should send. More of them: `-Dthreadline.fuzz=10000`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoHttpTest {
    private static final List<String> PATHS = List.of(
            "/assistants/search",
            "/assistants/%s",
            "/assistants/%s/schemas",
            "/assistants/%s/graph?xray=%s",
            "/threads",
            "/threads/search",
            "/threads/%s",
            "/threads/%s/state",
            "/threads/%s/history?limit=%s",
            "/threads/%s/runs",
            "/threads/%s/runs/stream",
            "/threads/%s/runs/wait",
            "/threads/%s/runs/%s/join",
            "/threads/%s/runs/%s/cancel?wait=%s",
            "/runs/stream",
            "/runs/wait",
            "/%s/%s");
    private static final List<String> PARTS = List.of(
            "00000000-0000-0000-0000-000000000007",
            "%00",
            "..",
            "%2e%2e",
            "a".repeat(300),
            "%F0%9F%98%80",
            "-1",
            "1e9",
            "null",
            "trip_planner");
    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "{",
            "\"text\"",
            "{\"limit\":-1}",
            "{\"limit\":1e99}",
            "{\"assistant_id\":7}",
            "{\"assistant_id\":\"nobody\",\"input\":{}}",
            "{\"assistant_id\":\"garden\",\"input\":[1]}",
            "{\"assistant_id\":\"garden\",\"stream_mode\":[\"sideways\"]}",
            "{\"assistant_id\":\"garden\",\"stream_mode\":{\"a\":1}}",
            "{\"assistant_id\":\"garden\",\"config\":{\"recursion_limit\":\"many\"}}",
            "{\"assistant_id\":\"garden\",\"interrupt_before\":[1,2]}",
            "{\"assistant_id\":\"garden\",\"command\":{\"goto\":\"nowhere\"}}",
            "{\"assistant_id\":\"garden\",\"checkpoint_id\":\"x\",\"input\":NaN}",
            "{\"metadata\":\"x\",\"thread_id\":\"y\"}",
            "[".repeat(6_000),
            "{\"a\":\"\\ud800\"}");

    private GraphServer demo;

    @BeforeAll
    void start() throws Exception {
        demo = DemoDeployment.start(0, 1_000);
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    /// The status and the body of an answer; fails when none comes.
    private String[] send(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), demo.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(all);
            } catch (SocketTimeoutException hang) {
                throw new AssertionError("No end of the answer to: " + request, hang);
            }
            String text = all.toString(StandardCharsets.UTF_8);
            int body = text.indexOf("\r\n\r\n");
            return new String[] {
                text.length() > 12 ? text.substring(9, 12) : "", body < 0 ? "" : text.substring(body + 4)
            };
        }
    }

    private static String request(String method, String path, String headers, String body) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    @Test
    void whateverIsSentIsAnswered() throws Exception {
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < Integer.getInteger("threadline.fuzz", 400); i++) {
            String path = PATHS.get(random.nextInt(PATHS.size()));
            while (path.contains("%s")) {
                path = path.replaceFirst(
                        "%s", java.util.regex.Matcher.quoteReplacement(PARTS.get(random.nextInt(PARTS.size()))));
            }
            String method = List.of("GET", "POST", "PUT", "PATCH", "DELETE").get(random.nextInt(5));
            String body = method.equals("GET") ? "" : BODIES.get(random.nextInt(BODIES.size()));
            String headers = random.nextBoolean() ? "" : "Last-Event-ID: " + PARTS.get(random.nextInt(4)) + "\r\n";
            String[] answer = send(request(method, path, headers, body));
            String told = method + " " + path + " " + body + " -> " + answer[0] + " " + answer[1];
            assertThat(answer[0]).as(told).matches("[24]\\d\\d|501");
            assertThat(answer[1]).as(told).doesNotContain("\tat ", "java.lang");
            if (answer[0].startsWith("4")) {
                refused++;
                assertThat(Json.parse(answer[1])).as(told).isInstanceOf(JsonObject.class);
                assertThat(answer[1]).as(told).startsWith("{\"detail\":");
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void foreignHostsAndOriginsAreRefused() throws Exception {
        String plain = "GET /ok HTTP/1.1\r\nConnection: close\r\n";
        assertThat(send(plain + "Host: localhost:2024\r\n\r\n")[0]).isEqualTo("200");
        assertThat(send(plain + "Host: evil.example\r\n\r\n")[0]).isEqualTo("403");
        assertThat(send(plain + "Host: 127.0.0.1\r\nOrigin: https://evil.example\r\n\r\n")[0])
                .isEqualTo("403");
        assertThat(send(plain + "Host: 127.0.0.1\r\nOrigin: null\r\n\r\n")[0]).isEqualTo("403");
        assertThat(send(plain + "Host: 127.0.0.1\r\nOrigin: http://localhost:5173\r\n\r\n")[0])
                .isEqualTo("200");
    }
}
