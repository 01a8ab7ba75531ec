package dev.threadline.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plain HTTP client of one conversation with a server; keeps the exchanges that have a name. For one thread.
final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// What is done while a stream is open.
    interface Action {
        /// Sends other requests.
        void run() throws Exception;
    }

    private final HttpClient http;
    private final URI server;
    private final List<Exchange> kept = new ArrayList<>();

    Client(HttpClient http, URI server) {
        this.http = http;
        this.server = server;
    }

    /// The exchanges with a name, in the order in which their answers ended.
    List<Exchange> kept() {
        return kept;
    }

    Exchange get(String name, String path) throws Exception {
        return send(name, "GET", path, "", Map.of(), null, () -> {});
    }

    Exchange post(String name, String path, String body) throws Exception {
        return send(name, "POST", path, body, Map.of(), null, () -> {});
    }

    Exchange send(String name, String method, String path, String body) throws Exception {
        return send(name, method, path, body, Map.of(), null, () -> {});
    }

    /// Joins a stream after an event.
    Exchange join(String name, String path, String lastEventId) throws Exception {
        return send(name, "GET", path, "", Map.of("Last-Event-ID", lastEventId), null, () -> {});
    }

    /// Sends a request and does something when a text was seen in its answer; then reads the answer to its end.
    Exchange during(String name, String path, String body, String seen, Action action) throws Exception {
        return send(name, "POST", path, body, Map.of(), seen, action);
    }

    private Exchange send(
            String name,
            String method,
            String path,
            String body,
            Map<String, String> headers,
            @Nullable String seen,
            Action action)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(PATIENCE)
                .header("User-Agent", "conformance");
        headers.forEach(request::header);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                method,
                body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        String answer = read(response.body(), seen, action);
        Map<String, String> told = new HashMap<>();
        response.headers().map().forEach((header, values) -> told.put(header, values.getFirst()));
        Exchange exchange = new Exchange(name, method + " " + path, headers, body, response.statusCode(), told, answer);
        if (!name.isEmpty()) {
            kept.add(exchange);
        }
        return exchange;
    }

    private static String read(InputStream in, @Nullable String seen, Action action) throws Exception {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        boolean waits = seen != null;
        byte[] some = new byte[8192];
        try (in) {
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                answer.write(some, 0, count);
                if (waits && answer.toString(StandardCharsets.UTF_8).contains(String.valueOf(seen))) {
                    waits = false;
                    action.run();
                }
            }
        } catch (IOException e) {
            throw new IOException("The answer broke off after: " + answer.toString(StandardCharsets.UTF_8), e);
        }
        if (waits) {
            throw new IllegalStateException(
                    "\"" + seen + "\" did not come: " + answer.toString(StandardCharsets.UTF_8));
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
