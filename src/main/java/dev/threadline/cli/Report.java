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
import dev.threadline.words.Words;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/// What a recording came to, in sentences.
final class Report {
    private static final Words WORDS = Words.of(Report.class);

    private Report() {}

    /// A failure of the server: what happened, its words, what can be done.
    static String of(ServerFailure failure) {
        return of(failure, failure.sentence(), failure.action());
    }

    /// The same, with a sentence and an action of our own.
    static String of(ServerFailure failure, String sentence, String action) {
        String said = failure.serverWords()
                .map(words -> "\n" + WORDS.text("report.server", words))
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
            err.println(WORDS.text("report.gaps", Integer.toString(recording.gaps())));
        }
        err.println(WORDS.text("report.events", events, Integer.toString(events), recording.file()));
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
            case SUCCESS -> WORDS.text("report.ended");
            case WAITING -> {
                String nodes = next(recording);
                yield nodes.isEmpty() ? WORDS.text("report.waits") : WORDS.text("report.waits.in", nodes);
            }
            case FAILED -> WORDS.text("report.failed");
            case CANCELLED -> WORDS.text("report.cancelled");
            case STARTING, RUNNING, UNKNOWN -> WORDS.text("report.unknown");
        };
    }

    /// The nodes that the thread's state says come next.
    private static String next(Recording recording) {
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
                        .collect(Collectors.joining(", "));
            }
        } catch (JsonFailure e) {
            // The sentence goes without the node.
        }
        return "";
    }
}
