package dev.threadline.cli;

import dev.threadline.capture.Capture;
import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.CaptureInfo;
import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.protocol.ApiKeys;
import dev.threadline.protocol.Deployment;
import dev.threadline.protocol.Header;
import dev.threadline.protocol.RunRequest;
import dev.threadline.session.Recording;
import dev.threadline.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a `record` command was asked to do, understood and checked before anything is done.
///
/// @param deployment where to
/// @param request the run
/// @param threadId on which thread
/// @param out the capture
record RecordPlan(Deployment deployment, RunRequest request, String threadId, Path out) {
    private static final Words WORDS = Words.of(RecordPlan.class);
    private static final Pattern CREDENTIAL =
            Pattern.compile("auth|key|token|secret|password|cookie|credential|session");

    static RecordPlan of(
            Surroundings surroundings,
            String url,
            String assistant,
            @Nullable String thread,
            @Nullable String input,
            List<String> modes,
            List<String> headers,
            Path out)
            throws Stop {
        Deployment deployment = switch (Deployment.parseAddress(url)) {
            case Deployment.Problem problem -> throw new Stop(Cli.USAGE, "--url: " + problem.sentence());
            case Deployment.Address address -> {
                Deployment bare = new Deployment("", address.uri(), headers(surroundings, headers));
                yield new Deployment(bare.place(), bare.address(), bare.headers());
            }
        };
        RunRequest.Builder request = RunRequest.of(assistant);
        if (!modes.isEmpty()) {
            request.modes(modes.stream().map(String::strip).toList());
        }
        if (input != null) {
            request.input(input(input));
        } else if (thread == null) {
            request.input(new JsonObject(Map.of()));
        }
        String threadId = thread == null ? UUID.randomUUID().toString() : thread;
        return new RecordPlan(deployment, request.build(), threadId, out.toAbsolutePath());
    }

    /// The same for a run of another assistant.
    RecordPlan of(String assistant) {
        return new RecordPlan(deployment, RunRequest.of(assistant).build(), threadId, out);
    }

    private static List<Header> headers(Surroundings surroundings, List<String> given) throws Stop {
        List<Header> headers = new ArrayList<>();
        for (String text : given) {
            headers.add(header(text));
        }
        if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("x-api-key"))) {
            try {
                ApiKeys.fromEnvironment(surroundings.environment()).ifPresent(headers::add);
            } catch (IllegalArgumentException e) {
                throw new Stop(Cli.USAGE, String.valueOf(e.getMessage()));
            }
        }
        return headers;
    }

    private static Header header(String text) throws Stop {
        int colon = text.indexOf(':');
        if (colon < 1) {
            // The text may be a credential by itself, so it isn't repeated.
            throw new Stop(Cli.USAGE, WORDS.text("plan.header"));
        }
        String name = text.substring(0, colon).strip();
        boolean secret = CREDENTIAL.matcher(name.toLowerCase(Locale.ROOT)).find();
        try {
            return new Header(name, text.substring(colon + 1).strip(), secret);
        } catch (IllegalArgumentException e) {
            throw new Stop(Cli.USAGE, "--header: " + e.getMessage());
        }
    }

    private static JsonValue input(String text) throws Stop {
        String json = text;
        if (text.startsWith("@")) {
            try {
                json = Files.readString(Path.of(text.substring(1)));
            } catch (IOException e) {
                throw new Stop(Cli.USAGE, "--input: " + FileWords.unread(text.substring(1), e));
            } catch (InvalidPathException e) {
                throw new Stop(Cli.USAGE, "--input: " + FileWords.none(text.substring(1)));
            }
        }
        try {
            return Json.parse(json);
        } catch (JsonFailure e) {
            throw new Stop(Cli.USAGE, "--input: " + e.getMessage());
        }
    }

    /// The recording to write: a new one, or the one of the same thread.
    Recording recording() throws Stop {
        CaptureInfo info = new CaptureInfo(
                deployment.name(),
                deployment.address().toString(),
                request.assistant(),
                threadId,
                ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
        try {
            return Files.exists(out) ? again(info) : Recording.create(out, info);
        } catch (CaptureFailure e) {
            throw new Stop(Cli.USAGE, "--out: " + e.sentence());
        }
    }

    private Recording again(CaptureInfo info) throws CaptureFailure, Stop {
        CaptureInfo there = Capture.peek(out);
        if (!threadId.equals(there.threadId()) || !there.address().equals(info.address())) {
            throw new Stop(Cli.USAGE, WORDS.text("plan.other-thread", out));
        }
        Recording recording = Recording.open(out);
        if (recording.readOnly()) {
            recording.close();
            String reason = recording.damage();
            throw new Stop(Cli.USAGE, reason == null ? WORDS.text("plan.not-now", out) : "--out: " + reason);
        }
        recording.awaitWhole();
        return recording;
    }
}
