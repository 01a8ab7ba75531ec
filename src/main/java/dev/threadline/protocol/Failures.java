package dev.threadline.protocol;

import dev.threadline.protocol.ServerFailure.Told;
import dev.threadline.words.Words;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// The sentences for everything that can go wrong with one deployment.
///
/// @param deployment whose name the sentences use
record Failures(Deployment deployment) {
    private static final Words WORDS = Words.of(Failures.class);

    /// The failure for an answer that is not a success.
    ///
    /// @param body the answer's body, longer than what is kept of it
    ServerFailure refused(Question question, RawAnswer answer, String body) {
        String words = ServerWords.of(body);
        int status = answer.status();
        return switch (status) {
            case 401 -> keyRefused(answer, words);
            case 403 ->
                new ServerFailure.Forbidden(told(
                        WORDS.text("failure.forbidden", name(), question.aim()),
                        WORDS.text("failure.forbidden.action", name()),
                        words,
                        answer));
            case 404 -> notFound(question, answer, words);
            default -> {
                if (status >= 300 && status < 400) {
                    yield notAnAgentServer(answer, WORDS.text("failure.elsewhere", deployment.address()));
                }
                yield status >= 500 ? serverError(question, answer, words) : refusal(question, answer, words);
            }
        };
    }

    private ServerFailure keyRefused(RawAnswer answer, @Nullable String words) {
        boolean sent = deployment.headers().stream().anyMatch(Header::secret);
        return sent
                ? new ServerFailure.KeyRefused(told(
                        WORDS.text("failure.key-refused", name()),
                        WORDS.text("failure.key-refused.action", name()),
                        words,
                        answer))
                : new ServerFailure.KeyRefused(told(
                        WORDS.text("failure.key-asked", name()),
                        WORDS.text("failure.key-asked.action", name()),
                        words,
                        answer));
    }

    private ServerFailure notFound(Question question, RawAnswer answer, @Nullable String words) {
        String subject = question.subject();
        return new ServerFailure.NotFound(told(
                subject == null
                        ? WORDS.text("failure.no-place", name(), question.aim())
                        : WORDS.text("failure.not-found", name(), subject),
                subject == null
                        ? WORDS.text("failure.no-place.action")
                        : WORDS.text("failure.not-found.action", name()),
                words,
                answer));
    }

    private ServerFailure refusal(Question question, RawAnswer answer, @Nullable String words) {
        return new ServerFailure.Refused(told(
                WORDS.text("failure.refused", name(), question.aim()),
                WORDS.text("failure.refused.action"),
                words,
                answer));
    }

    private ServerFailure serverError(Question question, RawAnswer answer, @Nullable String words) {
        return new ServerFailure.ServerError(told(
                WORDS.text("failure.server", name(), question.aim(), Integer.toString(answer.status())),
                WORDS.text("failure.server.action"),
                words,
                answer));
    }

    /// The failure for an answer that no Agent Server gives.
    ServerFailure notAnAgentServer(RawAnswer answer, String sentence) {
        return new ServerFailure.NotAnAgentServer(
                told(sentence, WORDS.text("failure.no-agent.action", name()), null, answer));
    }

    /// What answers at the address is something else.
    String otherServer() {
        return WORDS.text("failure.no-agent", deployment.place());
    }

    /// The failure for an answer that can't be read.
    ServerFailure badAnswer(Question question, RawAnswer answer, Exception cause) {
        return new ServerFailure.BadAnswer(new Told(
                WORDS.text("failure.answer", name(), question.aim()),
                WORDS.text("failure.answer.action"),
                cause.getMessage(),
                answer,
                cause));
    }

    /// The failure for a request that got no answer.
    ServerFailure unanswered(String request, IOException cause, boolean givenUp) {
        RawAnswer none = RawAnswer.none(request);
        if (givenUp) {
            return new ServerFailure.StreamBroken(new Told(
                    WORDS.text("failure.given-up", name()), WORDS.text("failure.given-up.action"), null, none, cause));
        }
        String place = deployment.place();
        return switch (cause) {
            case UnknownHostException e ->
                unreachable(WORDS.text("failure.no-machine", place), WORDS.text("failure.no-machine.action"), none, e);
            case NoRouteToHostException e ->
                unreachable(WORDS.text("failure.no-way", place), WORDS.text("failure.no-way.action"), none, e);
            case ConnectException e ->
                unreachable(WORDS.text("failure.nobody", place), WORDS.text("failure.nobody.action", name()), none, e);
            case SocketTimeoutException e ->
                unreachable(WORDS.text("failure.slow", name(), place), WORDS.text("failure.slow.action"), none, e);
            case SSLException e ->
                unreachable(WORDS.text("failure.insecure", place), WORDS.text("failure.insecure.action"), none, e);
            default ->
                unreachable(WORDS.text("failure.closed", name()), WORDS.text("failure.closed.action"), none, cause);
        };
    }

    private static ServerFailure unreachable(String sentence, String action, RawAnswer none, IOException cause) {
        return new ServerFailure.Unreachable(new Told(sentence, action, null, none, cause));
    }

    /// The failure for an answer or a stream that broke off.
    ServerFailure broken(RawAnswer answer, Throwable cause) {
        return new ServerFailure.StreamBroken(
                new Told(WORDS.text("failure.cut", name()), WORDS.text("failure.cut.action"), null, answer, cause));
    }

    /// The failure for a stream whose listener could not take what came.
    ServerFailure unheard(RawAnswer answer, Throwable cause) {
        return new ServerFailure.StreamBroken(new Told(
                WORDS.text("failure.unheard", name()),
                WORDS.text("failure.unheard.action"),
                cause.getMessage(),
                answer,
                cause));
    }

    private static Told told(String sentence, String action, @Nullable String words, RawAnswer answer) {
        return new Told(sentence, action, words, answer, null);
    }

    private String name() {
        return deployment.name();
    }
}
