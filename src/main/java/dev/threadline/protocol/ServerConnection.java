package dev.threadline.protocol;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.words.Words;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// HTTP/1.1 to one deployment: sends a [Question], gives back the answer with secrets masked, or a [ServerFailure].
///
/// No redirects are followed, so that no key goes to another host. Safe for any thread; every call blocks.
final class ServerConnection implements AutoCloseable {
    private static final Words WORDS = Words.of(ServerConnection.class);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long ERROR_BODY = 1 << 20;

    private final HttpUrl base;
    private final Deployment deployment;
    private final Mask mask;
    private final Failures failures;
    private final OkHttpClient client;
    private final OkHttpClient patient;

    ServerConnection(Deployment deployment) {
        this.deployment = deployment;
        this.base = HttpUrl.get(deployment.address().toString());
        this.mask = new Mask(deployment.headers());
        this.failures = new Failures(deployment);
        // OkHttp's own retry would send a POST twice on a dead pooled connection, and a run would start twice.
        // The development server closes idle connections after 5 s, so the pool lets go of them before.
        this.client = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(5, 4, TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(Duration.ofSeconds(10))
                .writeTimeout(Duration.ofSeconds(60))
                .readTimeout(Duration.ofSeconds(60))
                .build();
        this.patient = client.newBuilder()
                .readTimeout(Duration.ZERO)
                .socketFactory(new LiveSockets())
                .build();
    }

    Failures failures() {
        return failures;
    }

    Mask mask() {
        return mask;
    }

    HttpUrl base() {
        return base;
    }

    /// Asks and reads the answer as JSON.
    <T> T ask(Question question, Fields.Reader<T> reader) throws ServerFailure {
        return read(question, client, reader);
    }

    /// Asks and waits as long as it takes: a run may last for hours.
    <T> T await(Question question, Fields.Reader<T> reader) throws ServerFailure {
        return read(question, patient, reader);
    }

    /// Asks where no answer is needed.
    void tell(Question question, boolean wait) throws ServerFailure {
        text(question, wait ? patient : client);
    }

    private <T> T read(Question question, OkHttpClient http, Fields.Reader<T> reader) throws ServerFailure {
        RawText raw = text(question, http);
        try {
            return reader.read(Json.parse(raw.body));
        } catch (JsonFailure e) {
            throw failures.badAnswer(question, raw.answer(), e);
        }
    }

    private record RawText(RawAnswer head, String body) {
        RawAnswer answer() {
            return RawAnswer.of(head.request(), head.status(), head.statusLine(), head.headerNames(), body);
        }
    }

    private RawText text(Question question, OkHttpClient http) throws ServerFailure {
        Call call = http.newCall(request(question));
        try (Response response = answered(question, call, again -> {})) {
            RawAnswer head = answer(response, "");
            try {
                return new RawText(head, mask.apply(response.body().string()));
            } catch (IOException e) {
                throw failures.broken(head, e);
            }
        }
    }

    /// A call for a stream: no read timeout, no compression that would hold events back.
    ///
    /// @param location the address to ask in place of the question's own, left out unless it is [#ours]
    Call streamCall(Question question, @Nullable String location, @Nullable String lastEventId) {
        Request asked = request(question);
        HttpUrl elsewhere = location == null ? null : ours(location);
        Request.Builder request = asked.newBuilder()
                .url(elsewhere == null ? asked.url() : elsewhere)
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "identity");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return patient.newCall(request.build());
    }

    /// An address that a server named, absolute or relative to the deployment's, or null where it does not
    /// lie below the
    /// deployment's own: there our credentials are not sent.
    @Nullable
    HttpUrl ours(String location) {
        HttpUrl url = base.resolve(location);
        boolean here = url != null
                && url.scheme().equals(base.scheme())
                && url.host().equals(base.host())
                && url.port() == base.port()
                && url.encodedPath().startsWith(base.encodedPath());
        return here ? url : null;
    }

    /// The answer to a call once its headers are there, its body still to be read.
    ///
    /// @param again told the call that takes this one's place where it has to be made a second time
    /// @throws ServerFailure where no answer came or it is no success
    Response answered(Question question, Call call, Consumer<Call> again) throws ServerFailure {
        Response response = execute(question, call, again);
        if (response.isSuccessful()) {
            return response;
        }
        try (response) {
            String body = errorBody(response);
            throw failures.refused(question, answer(response, body), body);
        }
    }

    private Response execute(Question question, Call call, Consumer<Call> retried) throws ServerFailure {
        try {
            return call.execute();
        } catch (IOException first) {
            if (!question.safe() || call.isCanceled() || neverConnected(first)) {
                throw failures.unanswered(line(call.request()), first, call.isCanceled());
            }
        }
        // The server may have closed an idle connection while the request was on its way.
        Call again = call.clone();
        retried.accept(again);
        try {
            return again.execute();
        } catch (IOException second) {
            throw failures.unanswered(line(call.request()), second, again.isCanceled());
        }
    }

    private static boolean neverConnected(IOException e) {
        return e instanceof ConnectException
                || e instanceof UnknownHostException
                || e instanceof SSLException
                || e instanceof java.io.InterruptedIOException;
    }

    String errorBody(Response response) {
        try {
            return mask.apply(response.peekBody(ERROR_BODY).string());
        } catch (IOException e) {
            return WORDS.text("answer.broken", String.valueOf(e.getMessage()));
        }
    }

    /// What is kept of an answer to be read by people.
    RawAnswer answer(Response response, String body) {
        String status = "HTTP/1.1 " + response.code() + " " + response.message();
        List<String> names = List.copyOf(response.headers().names());
        return RawAnswer.of(line(response.request()), response.code(), mask.apply(status.strip()), names, body);
    }

    private static String line(Request request) {
        return request.method() + " " + request.url();
    }

    private Request request(Question question) {
        HttpUrl.Builder url = base.newBuilder();
        question.path().forEach(url::addPathSegment);
        question.query().forEach(url::addQueryParameter);
        Request.Builder request = new Request.Builder().url(url.build()).header("User-Agent", "threadline");
        okhttp3.Headers.Builder headers = request.build().headers().newBuilder();
        deployment.headers().forEach(header -> headers.addUnsafeNonAscii(header.name(), header.value()));
        request.headers(headers.build());
        // A body only where there is one: Content-Type on a GET makes the JS server refuse it.
        RequestBody body = question.body() == null
                ? null
                : RequestBody.create(Json.write(question.body()).getBytes(StandardCharsets.UTF_8), JSON);
        return request.method(question.method(), emptyIfNeeded(question, body)).build();
    }

    private static @Nullable RequestBody emptyIfNeeded(Question question, @Nullable RequestBody body) {
        return body == null && question.method().equals("POST") ? RequestBody.EMPTY : body;
    }

    /// Gives up every call in flight and lets go of the connections.
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }
}
