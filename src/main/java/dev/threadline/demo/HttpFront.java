package dev.threadline.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// HTTP around the routes: reads requests, refuses foreign ones, writes bodies and event streams. One virtual thread a
/// request.
final class HttpFront implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
    private static final int LONGEST_BODY = 32 * 1024 * 1024;
    private static final long HEARTBEAT = 5_000;
    private static final Set<String> OWN_HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Routes routes;

    HttpFront(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = routes.answer(read(exchange));
            } catch (ApiFailure failure) {
                reply = new Reply.Body(failure.status(), Plain.object("detail", failure.detail()), Map.of());
            } catch (RuntimeException failure) {
                LOG.error(
                        "The demo deployment failed on {} {}",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        failure);
                reply = new Reply.Body(500, Plain.object("detail", "Internal Server Error"), Map.of());
            }
            send(exchange, reply);
        }
    }

    private static Request read(HttpExchange exchange) throws IOException, ApiFailure {
        refuseForeign(exchange);
        String raw = exchange.getRequestURI().getRawPath();
        List<String> path = new ArrayList<>();
        for (String segment : (raw == null ? "" : raw).split("/")) {
            if (!segment.isEmpty()) {
                path.add(decoded(segment));
            }
        }
        Map<String, String> query = new LinkedHashMap<>();
        String asked = exchange.getRequestURI().getRawQuery();
        for (String pair : (asked == null ? "" : asked).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new Request(
                exchange.getRequestMethod(),
                path,
                query,
                body(exchange),
                exchange.getRequestHeaders().getFirst("Last-Event-ID"));
    }

    /// A page in a browser must not reach the deployment through a name that leads here.
    private static void refuseForeign(HttpExchange exchange) throws ApiFailure {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !own(host)) {
            throw new ApiFailure(403, "This deployment answers requests to this machine only.");
        }
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null) {
            int from = origin.indexOf("://");
            if (from < 0 || !own(origin.substring(from + 3))) {
                throw new ApiFailure(403, "This deployment answers no page of another origin.");
            }
        }
    }

    private static boolean own(String host) {
        return OWN_HOSTS.contains(host.replaceFirst(":\\d{1,5}$", "").toLowerCase(java.util.Locale.ROOT));
    }

    private static String decoded(String text) throws ApiFailure {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiFailure(400, "The address is not encoded as addresses are.");
        }
    }

    private static String body(HttpExchange exchange) throws IOException, ApiFailure {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] bytes = in.readNBytes(LONGEST_BODY + 1);
            if (bytes.length > LONGEST_BODY) {
                throw new ApiFailure(413, "The request is larger than " + LONGEST_BODY / 1024 / 1024 + " MB.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Empty empty -> exchange.sendResponseHeaders(empty.status(), -1);
            case Reply.Body body -> {
                body.headers().forEach(exchange.getResponseHeaders()::set);
                body(exchange, body.status(), body.value());
            }
            case Reply.Wait wait -> {
                wait.headers().forEach(exchange.getResponseHeaders()::set);
                result(exchange, wait);
            }
            case Reply.Stream stream -> {
                stream.headers().forEach(exchange.getResponseHeaders()::set);
                events(exchange, stream);
            }
        }
    }

    private static void body(HttpExchange exchange, int status, JsonValue value) throws IOException {
        byte[] bytes = Json.write(value).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /// Line feeds keep the connection alive until the result is there.
    private static void result(HttpExchange exchange, Reply.Wait wait) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        try {
            while (!ended(wait.run())) {
                out.write('\n');
                out.flush();
            }
            out.write(Json.write(wait.run().result()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            if (wait.cancel()) {
                wait.run().cancel();
            }
        }
    }

    private static boolean ended(GraphRun run) {
        try {
            run.ended.get(HEARTBEAT, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            return true;
        }
    }

    private static void events(HttpExchange exchange, Reply.Stream stream) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        try {
            int place = stream.from();
            while (true) {
                RunEvents.Next next = stream.events().at(place, HEARTBEAT);
                RunEvents.Event event = next.event();
                if (event != null) {
                    place++;
                    String id = stream.ids() ? "id: " + event.id() + "\r\n" : "";
                    String text = "event: " + event.name() + "\r\ndata: " + event.data() + "\r\n" + id + "\r\n";
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                } else if (next.end()) {
                    return;
                } else {
                    out.write(": heartbeat\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                }
                out.flush();
            }
        } catch (IOException gone) {
            stream.gone().run();
        } catch (InterruptedException stopped) {
            // The deployment is closed.
        }
    }
}
