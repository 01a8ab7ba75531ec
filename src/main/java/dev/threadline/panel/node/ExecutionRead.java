package dev.threadline.panel.node;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.Payloads;
import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.run.Execution;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the payloads tell of one execution: its input, what it wrote, why it failed, what it asks. Immutable.
///
/// @param input what it was given, or null where no event tells
/// @param triggers what started it, joined by commas; may be empty
/// @param wrote what it returned, or null where no event tells
/// @param error what the server said of a failure, or null
/// @param errorType the error's class, or `""`
/// @param errorMessage the error's text, or `""`
/// @param questions what it asked
record ExecutionRead(
        @Nullable JsonValue input,
        String triggers,
        @Nullable JsonValue wrote,
        @Nullable JsonValue error,
        String errorType,
        String errorMessage,
        List<JsonValue> questions) {
    /// Where to look: the facts of an execution that do not change under the reader.
    ///
    /// @param node the node's name
    /// @param startSeq the event that started it
    /// @param updateSeq its `updates` event, or 0
    /// @param resultSeq its result, or 0
    record Source(String node, long startSeq, long updateSeq, long resultSeq) {
        static Source of(Execution execution) {
            return new Source(execution.node(), execution.startSeq(), execution.updateSeq(), execution.resultSeq());
        }
    }

    /// Reads an execution (protocol, section 4, `debug`, `tasks`, `updates`). Not on the JavaFX thread.
    ///
    /// @throws CaptureFailure where a payload can't be read
    static ExecutionRead of(Source source, Payloads payloads) throws CaptureFailure {
        JsonValue start = parse(source.startSeq(), payloads);
        JsonValue result = parse(source.resultSeq(), payloads);
        JsonValue update = parse(source.updateSeq(), payloads);
        JsonValue wrote = update == null ? null : update.at(JsonPointer.ROOT.child(source.node()));
        JsonValue told = first(result, "/payload/error", "/error");
        JsonValue error = told == JsonValue.JsonNull.NULL ? null : told;
        return new ExecutionRead(
                first(start, "/payload/input", "/input", "/data/input"),
                joined(first(start, "/payload/triggers", "/triggers")),
                // Python cuts updates down to the output schema; the result has all that was written.
                wrote != null && wrote != JsonValue.JsonNull.NULL ? wrote : first(result, "/payload/result", "/result"),
                error,
                error == null ? "" : text(first(error, "/name", "/error")),
                error == null ? "" : message(error),
                questions(first(result, "/payload/interrupts", "/interrupts")));
    }

    /// Reads only what it was given.
    ///
    /// @throws CaptureFailure where the payload can't be read
    static @Nullable JsonValue input(long startSeq, Payloads payloads) throws CaptureFailure {
        return first(parse(startSeq, payloads), "/payload/input", "/input", "/data/input");
    }

    private static @Nullable JsonValue parse(long seq, Payloads payloads) throws CaptureFailure {
        if (seq == 0) {
            return null;
        }
        try {
            return Json.parse(payloads.data(seq));
        } catch (JsonFailure e) {
            return null;
        }
    }

    private static @Nullable JsonValue first(@Nullable JsonValue whole, String... pointers) {
        for (String pointer : pointers) {
            JsonValue found = whole == null ? null : whole.at(JsonPointer.parse(pointer));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String message(JsonValue error) {
        JsonValue message = error.at(JsonPointer.parse("/message"));
        return error instanceof JsonString(String text) ? text : text(message);
    }

    private static String text(@Nullable JsonValue value) {
        return value instanceof JsonString(String text) ? text : "";
    }

    private static String joined(@Nullable JsonValue list) {
        List<String> texts = new ArrayList<>();
        if (list instanceof JsonArray(List<JsonValue> items)) {
            items.forEach(item -> texts.add(text(item)));
        }
        return String.join(", ", texts);
    }

    private static List<JsonValue> questions(@Nullable JsonValue interrupts) {
        List<JsonValue> asked = new ArrayList<>();
        if (interrupts instanceof JsonArray(List<JsonValue> items)) {
            for (JsonValue item : items) {
                JsonValue value = item instanceof JsonObject object ? object.get("value") : null;
                asked.add(value == null ? item : value);
            }
        }
        return asked;
    }
}
