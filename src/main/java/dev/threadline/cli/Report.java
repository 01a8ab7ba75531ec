package dev.threadline.cli;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.RunRecord;
import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.protocol.ServerFailure;
import dev.threadline.run.RunStatus;
import dev.threadline.session.Recording;
import dev.threadline.session.Session;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/// What a recording came to, in sentences.
final class Report {
    private Report() {}

    /// A failure of the server: what happened, its words, what can be done.
    static String of(ServerFailure failure) {
        return of(failure, failure.sentence(), failure.action());
    }

    /// The same, with a sentence and an action of our own.
    static String of(ServerFailure failure, String sentence, String action) {
        String said = failure.serverWords()
                .map(words -> "\nThe server says: " + words)
                .orElse("");
        return sentence + said + "\n" + action;
    }

    /// Prints how the run ended and where it is recorded.
    ///
    /// @return the exit code
    static int print(PrintWriter err, Session session, RunStatus status) {
        Recording recording = session.recording();
        RunRecord run = recording.lastRun();
        String words = run == null || run.error() == null ? "" : " " + run.error();
        int events = 0;
        for (int i = recording.log().size() - 1; i >= 0 && recording.log().run(i) == session.run(); i--) {
            events++;
        }
        err.println(sentence(recording, status) + words + (words.isEmpty() || words.endsWith(".") ? "" : "."));
        ServerFailure failure = session.failure();
        if (failure != null) {
            err.println(failure.action());
        }
        if (recording.gaps() > 0) {
            err.println("There are " + recording.gaps() + " gaps where events may be missing.");
        }
        err.println(events + (events == 1 ? " event in " : " events in ") + recording.file() + ".");
        CaptureFailure problem = recording.problem();
        if (problem != null) {
            err.println(problem.sentence());
            return Cli.FAILED;
        }
        return switch (status) {
            case SUCCESS, WAITING -> Cli.DONE;
            case UNKNOWN -> failure == null ? Cli.FAILED : Cli.SERVER;
            default -> Cli.FAILED;
        };
    }

    private static String sentence(Recording recording, RunStatus status) {
        return switch (status) {
            case SUCCESS -> "The run ended well.";
            case WAITING -> "The run stopped at an interrupt" + at(recording) + " and waits for an answer.";
            case FAILED -> "The run failed:";
            case CANCELLED -> "The run was cancelled.";
            case STARTING, RUNNING, UNKNOWN -> "How the run ended is not known.";
        };
    }

    /// The nodes that the thread's state says come next.
    private static String at(Recording recording) {
        String state = recording.answer("state");
        try {
            if (state != null
                    && Json.parse(state) instanceof JsonObject object
                    && object.get("next") instanceof JsonArray next
                    && !next.items().isEmpty()) {
                return next.items().stream()
                        .filter(JsonString.class::isInstance)
                        .map(node -> ((JsonString) node).value())
                        .distinct()
                        .collect(Collectors.joining(", ", " in ", ""));
            }
        } catch (JsonFailure e) {
            // The sentence goes without the node.
        }
        return "";
    }
}
