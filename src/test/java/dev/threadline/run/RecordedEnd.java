package dev.threadline.run;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a recorded run ended, by what was recorded beside its stream, as a session would learn it from the server.
final class RecordedEnd {
    private static final Pattern RUN = Pattern.compile("/runs/([0-9a-f-]{36})");
    private static final Pattern TOLD = Pattern.compile("\"run_id\":\\s*\"([0-9a-f-]{36})\"");
    /// Cancelled on request or by the run that came after it; not all have the run's own word beside them.
    private static final Pattern CANCELLED =
            Pattern.compile(".*/(cancel-.*(stream|join-from-start)|multitask-(interrupt|rollback)-1-first)");

    private RecordedEnd() {}

    static RunStatus of(Recording recording, boolean failed, boolean interrupted) throws IOException {
        String name = Recording.name(recording.file());
        String run = run(recording);
        boolean cancelled = words(recording.file().getParent(), run).contains("interrupted");
        if (cancelled || CANCELLED.matcher(name).matches()) {
            return RunStatus.CANCELLED;
        }
        if (failed) {
            return RunStatus.FAILED;
        }
        if (meta(recording, "/ended").startsWith("client closed")) {
            return RunStatus.UNKNOWN;
        }
        // The graph of this group always stops at its question, also where the mode does not tell of it.
        boolean waits = interrupted || name.contains("/approval/");
        return waits ? RunStatus.WAITING : RunStatus.SUCCESS;
    }

    private static String run(Recording recording) {
        Matcher asked = RUN.matcher(meta(recording, "/request/path"));
        if (asked.find()) {
            return asked.group(1);
        }
        return recording.events().stream()
                .map(event -> TOLD.matcher(event.data()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static String meta(Recording recording, String pointer) {
        JsonValue meta = read(Path.of(recording.file().toString().replace(".sse", ".meta.json")));
        JsonValue value = meta == null ? null : meta.at(JsonPointer.parse(pointer));
        return value instanceof JsonString(String text) ? text : "";
    }

    /// What the run objects of a folder say of a run.
    private static List<String> words(Path folder, String run) throws IOException {
        List<String> words = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().contains("-run")).toList()) {
                if (file.toString().endsWith(".body.json")) {
                    collect(read(file), run, words);
                }
            }
        }
        return words;
    }

    private static void collect(@Nullable JsonValue value, String run, List<String> words) {
        if (value instanceof JsonArray(List<JsonValue> items)) {
            items.forEach(item -> collect(item, run, words));
        } else if (value instanceof JsonObject object
                && object.get("run_id") instanceof JsonString(String id)
                && id.equals(run)
                && object.get("status") instanceof JsonString(String status)) {
            words.add(status);
        }
    }

    private static @Nullable JsonValue read(Path file) {
        try {
            return Files.exists(file) ? Json.parse(Files.readString(file)) : null;
        } catch (IOException | JsonFailure e) {
            return null;
        }
    }
}
