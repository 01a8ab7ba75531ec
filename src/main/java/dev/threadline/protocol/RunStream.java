package dev.threadline.protocol;

import dev.threadline.words.Words;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/// One streamed answer: asked for, read to its end and told to its listener on a virtual thread of its own.
final class RunStream implements EventStream {
    private static final Words WORDS = Words.of(RunStream.class);
    private static final Pattern RUN = Pattern.compile("(?:/threads/([^/]+))?/runs/([^/?]+)");
    private static final Pattern JOINED = Pattern.compile("(?:/threads/([^/]+))?/runs/([^/]+)/stream$");

    /// A run that exists answers at once to who joins it; one that is to be started may wait for its turn.
    private static final Duration LONGEST_UNANSWERED = Duration.ofSeconds(60);

    private final ServerConnection connection;
    private final Question question;
    private final StreamListener listener;
    private final Thread thread;
    private final CompletableFuture<@Nullable ServerFailure> answered = new CompletableFuture<>();
    private volatile Call call;
    private volatile boolean closed;
    private volatile @Nullable EventReader reader;

    private RunStream(ServerConnection connection, Question question, Call call, StreamListener listener) {
        this.connection = connection;
        this.question = question;
        this.listener = listener;
        this.call = call;
        this.thread = Thread.ofVirtual().name("stream").unstarted(this::run);
    }

    /// Starts a run and its stream; returns when the headers are there.
    static EventStream open(ServerConnection connection, Question question, StreamListener listener)
            throws ServerFailure {
        return start(connection, question, connection.streamCall(question, null, null), listener);
    }

    /// Joins a run from the event after this id.
    ///
    /// @param location where the server said that the run is to be joined, or null for the question's own path
    static EventStream join(
            ServerConnection connection,
            Question question,
            @Nullable String location,
            @Nullable String lastEventId,
            StreamListener listener)
            throws ServerFailure {
        return start(connection, question, connection.streamCall(question, location, lastEventId), listener);
    }

    private static EventStream start(ServerConnection connection, Question question, Call call, StreamListener listener)
            throws ServerFailure {
        RunStream stream = new RunStream(connection, question, call, listener);
        stream.thread.start();
        try {
            ServerFailure refusal = question.safe()
                    ? stream.answered.get(LONGEST_UNANSWERED.toSeconds(), TimeUnit.SECONDS)
                    : stream.answered.get();
            if (refusal != null) {
                throw refusal;
            }
            return stream;
        } catch (InterruptedException e) {
            stream.close();
            Thread.currentThread().interrupt();
            throw connection
                    .failures()
                    .unanswered(
                            question.method() + " " + call.request().url(),
                            new IOException(WORDS.text("stream.interrupted"), e),
                            true);
        } catch (TimeoutException e) {
            stream.close();
            String request = question.method() + " " + call.request().url();
            throw connection.failures().unanswered(request, new SocketTimeoutException(), false);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void run() {
        try (Response response = connection.answered(question, call, this::again)) {
            requireEvents(response);
            StreamOpened opened = opened(response);
            Thread.currentThread().setName("stream of run " + opened.runId());
            EventReader events =
                    new EventReader(response.body().source(), connection.mask(), EventBlocks.LIMIT, listener);
            reader = events;
            answered.complete(null);
            hear(response, opened, events);
        } catch (ServerFailure refusal) {
            answered.complete(refusal);
        } catch (RuntimeException | Error e) {
            answered.completeExceptionally(e);
            throw e;
        }
    }

    /// Takes the call that is made in place of the first one: it is the one to be closed.
    private void again(Call second) {
        call = second;
        if (closed) {
            second.cancel();
        }
    }

    private void requireEvents(Response response) throws ServerFailure {
        ResponseBody body = response.body();
        if (body.contentType() == null || !body.contentType().toString().startsWith("text/event-stream")) {
            RawAnswer answer = connection.answer(response, connection.errorBody(response));
            throw connection.failures().badAnswer(question, answer, new IOException(WORDS.text("stream.no-stream")));
        }
    }

    private StreamOpened opened(Response response) {
        Matcher said = RUN.matcher(response.header("Content-Location", ""));
        Matcher asked = JOINED.matcher(call.request().url().encodedPath());
        boolean isSaid = said.find();
        Matcher run = isSaid ? said : asked;
        boolean found = isSaid || asked.find();
        return new StreamOpened(
                found ? run.group(2) : null,
                found ? run.group(1) : null,
                location(response),
                response.code(),
                response.headers().names().stream().toList());
    }

    private @Nullable String location(Response response) {
        String location = response.header("Location");
        HttpUrl url = location == null ? null : connection.ours(location);
        return url == null ? null : url.toString();
    }

    private void hear(Response response, StreamOpened opened, EventReader events) {
        Throwable broken = null;
        try {
            listener.opened(opened);
            events.read();
        } catch (IOException | RuntimeException | Error e) {
            broken = e;
        }
        listener.ended(end(response, events.cutTail(), broken));
    }

    private StreamEnd end(Response response, @Nullable String tail, @Nullable Throwable broken) {
        if (closed || call.isCanceled()) {
            return new StreamEnd.ClosedByUs(tail);
        }
        if (broken == null) {
            return new StreamEnd.Completed(tail);
        }
        RawAnswer answer = connection.answer(response, "");
        Failures failures = connection.failures();
        return new StreamEnd.Cut(
                broken instanceof IOException ? failures.broken(answer, broken) : failures.unheard(answer, broken),
                tail);
    }

    @Override
    public void close() {
        closed = true;
        call.cancel();
    }

    @Override
    public long lastByteAt() {
        EventReader events = reader;
        return events == null ? 0 : events.lastByteAt();
    }

    @Override
    public void await() throws InterruptedException {
        thread.join();
    }

    @Override
    public boolean await(Duration longest) throws InterruptedException {
        return thread.join(longest);
    }
}
