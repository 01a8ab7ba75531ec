package dev.threadline.protocol;

import dev.threadline.protocol.ServerFailure.Told;
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
                        name() + " does not let this key " + question.aim() + ".",
                        "Use another key for " + name() + ".",
                        words,
                        answer));
            case 404 -> notFound(question, answer, words);
            default -> {
                if (status >= 300 && status < 400) {
                    yield notAnAgentServer(answer, "The address " + deployment.address() + " sends elsewhere.");
                }
                yield status >= 500 ? serverError(question, answer, words) : refusal(question, answer, words);
            }
        };
    }

    private ServerFailure keyRefused(RawAnswer answer, @Nullable String words) {
        boolean sent = deployment.headers().stream().anyMatch(Header::secret);
        return sent
                ? new ServerFailure.KeyRefused(
                        told(name() + " refuses the API key.", "Change the key of " + name() + ".", words, answer))
                : new ServerFailure.KeyRefused(
                        told(name() + " asks for an API key.", "Enter a key for " + name() + ".", words, answer));
    }

    private ServerFailure notFound(Question question, RawAnswer answer, @Nullable String words) {
        String subject = question.subject();
        return new ServerFailure.NotFound(told(
                name() + " has no " + (subject == null ? "place to " + question.aim() : subject) + ".",
                subject == null ? "Look at the version of the server." : "Load the lists of " + name() + " again.",
                words,
                answer));
    }

    private ServerFailure refusal(Question question, RawAnswer answer, @Nullable String words) {
        return new ServerFailure.Refused(told(
                name() + " refused to " + question.aim() + ".",
                "Change the request and send it again.",
                words,
                answer));
    }

    private ServerFailure serverError(Question question, RawAnswer answer, @Nullable String words) {
        return new ServerFailure.ServerError(told(
                name() + " failed to " + question.aim() + " (status " + answer.status() + ").",
                "Read the server's log, then try again.",
                words,
                answer));
    }

    /// The failure for an answer that no Agent Server gives.
    ServerFailure notAnAgentServer(RawAnswer answer, String sentence) {
        return new ServerFailure.NotAnAgentServer(told(sentence, "Check the address of " + name() + ".", null, answer));
    }

    /// What answers at the address is something else.
    String otherServer() {
        return "What answers at " + deployment.place() + " is not an Agent Server.";
    }

    /// The failure for an answer that can't be read.
    ServerFailure badAnswer(Question question, RawAnswer answer, Exception cause) {
        return new ServerFailure.BadAnswer(new Told(
                name() + " was asked to " + question.aim() + " and gave an answer that can't be read.",
                "Copy the details and compare them with the server's version.",
                cause.getMessage(),
                answer,
                cause));
    }

    /// The failure for a request that got no answer.
    ServerFailure unanswered(String request, IOException cause, boolean givenUp) {
        RawAnswer none = RawAnswer.none(request);
        if (givenUp) {
            return new ServerFailure.StreamBroken(new Told(
                    "The request to " + name() + " was given up before it was answered.",
                    "Send it again.",
                    null,
                    none,
                    cause));
        }
        String place = deployment.place();
        return switch (cause) {
            case UnknownHostException e ->
                unreachable("No machine is known by the name in " + place + ".", "Check the address.", none, e);
            case NoRouteToHostException e ->
                unreachable("No way leads to " + place + ".", "Check the address and the network.", none, e);
            case ConnectException e ->
                unreachable(
                        "Nothing answers at " + place + ".",
                        "Start the server of " + name() + ", or change the address.",
                        none,
                        e);
            case SocketTimeoutException e ->
                unreachable(
                        name() + " at " + place + " did not answer in time.",
                        "Look whether the server is busy, then try again.",
                        none,
                        e);
            case SSLException e ->
                unreachable(
                        "No secure connection to " + place + " could be made.",
                        "Check that the server speaks https and that its certificate is trusted.",
                        none,
                        e);
            default ->
                unreachable(
                        name() + " closed the connection without an answer.",
                        "Look whether the server is running, then try again.",
                        none,
                        cause);
        };
    }

    private static ServerFailure unreachable(String sentence, String action, RawAnswer none, IOException cause) {
        return new ServerFailure.Unreachable(new Told(sentence, action, null, none, cause));
    }

    /// The failure for an answer or a stream that broke off.
    ServerFailure broken(RawAnswer answer, Throwable cause) {
        return new ServerFailure.StreamBroken(new Told(
                "The connection to " + name() + " was cut.",
                "Join the run again; what had arrived is kept.",
                null,
                answer,
                cause));
    }

    /// The failure for a stream whose listener could not take what came.
    ServerFailure unheard(RawAnswer answer, Throwable cause) {
        return new ServerFailure.StreamBroken(new Told(
                "Threadline could not take in what " + name() + " sent.",
                "Copy the details, then join the run again.",
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
