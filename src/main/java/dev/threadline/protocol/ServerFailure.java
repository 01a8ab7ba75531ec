package dev.threadline.protocol;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request that did not do what was asked: a sentence, an action and the raw answer.
///
/// None of its texts holds a header value of ours; secrets that the server sent back are masked.
public abstract sealed class ServerFailure extends Exception {
    private final String action;
    private final @Nullable String words;
    private final RawAnswer answer;

    private ServerFailure(Told told) {
        super(told.sentence, told.cause);
        this.action = told.action;
        this.words = told.words;
        this.answer = told.answer;
    }

    /// The texts of a failure before it has its kind.
    ///
    /// @param sentence what happened, with names, ended by a full stop
    /// @param action what the user can do now, ended by a full stop
    /// @param words what the server said of it, or null
    /// @param answer what came back
    /// @param cause what the network said, or null
    record Told(
            String sentence,
            String action,
            @Nullable String words,
            RawAnswer answer,
            @Nullable Throwable cause) {}

    /// What happened, with names, ended by a full stop.
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /// What the server said of it, where it said something readable.
    public Optional<String> serverWords() {
        return Optional.ofNullable(words);
    }

    /// What the user can do now, ended by a full stop.
    public String action() {
        return action;
    }

    /// The HTTP status, or 0 where no answer came.
    public int status() {
        return answer.status();
    }

    /// Whether the same request may well succeed a while later: nobody answered, an answer broke off, or the
    /// server or
    /// something before it was at fault. Not so where the server refused it for good reason.
    public boolean passes() {
        return switch (this) {
            case Unreachable _, StreamBroken _, ServerError _, BadAnswer _ -> true;
            case Refused refused -> refused.status() == 408 || refused.status() == 425 || refused.status() == 429;
            case NotAnAgentServer _, KeyRefused _, Forbidden _, NotFound _ -> false;
        };
    }

    /// What came back.
    public RawAnswer answer() {
        return answer;
    }

    /// The raw answer and the network's words as text to copy.
    public String details() {
        Throwable cause = getCause();
        return cause == null ? answer.toText() : answer.toText() + "\n" + cause;
    }

    /// No server answers: wrong host or port, time run out, no secure connection.
    public static final class Unreachable extends ServerFailure {
        Unreachable(Told told) {
            super(told);
        }
    }

    /// Something answers, but it is no Agent Server, or it sends elsewhere.
    public static final class NotAnAgentServer extends ServerFailure {
        NotAnAgentServer(Told told) {
            super(told);
        }
    }

    /// The server wants a key, or another one (401).
    public static final class KeyRefused extends ServerFailure {
        KeyRefused(Told told) {
            super(told);
        }
    }

    /// The key is known but may not do this (403).
    public static final class Forbidden extends ServerFailure {
        Forbidden(Told told) {
            super(told);
        }
    }

    /// The assistant, thread, run or checkpoint asked for does not exist (404).
    public static final class NotFound extends ServerFailure {
        NotFound(Told told) {
            super(told);
        }
    }

    /// The server refused the request for what stands in it (400, 409, 422 and other 4xx).
    public static final class Refused extends ServerFailure {
        Refused(Told told) {
            super(told);
        }
    }

    /// The server failed by itself (5xx).
    public static final class ServerError extends ServerFailure {
        ServerError(Told told) {
            super(told);
        }
    }

    /// A stream or an answer broke off after it had begun, or was given up before.
    public static final class StreamBroken extends ServerFailure {
        StreamBroken(Told told) {
            super(told);
        }
    }

    /// The server answered with something that the protocol does not have at this place.
    public static final class BadAnswer extends ServerFailure {
        BadAnswer(Told told) {
            super(told);
        }
    }
}
