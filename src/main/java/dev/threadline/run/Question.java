package dev.threadline.run;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.Payloads;
import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An open interrupt: a node asks and waits (protocol, section 5.6).
///
/// @param id the interrupt's id; `""` for a static breakpoint, which asks nothing, and where the server names none
/// @param run number of the run that stopped
/// @param namespace where it was asked, the innermost place that told of it
/// @param node the node, or null where no event names it
/// @param task the task's id, or null
/// @param seq the event whose payload holds the value
public record Question(
        String id,
        int run,
        String namespace,
        @Nullable String node,
        @Nullable String task,
        long seq) {
    private static final List<JsonPointer> PLACES = List.of(
            JsonPointer.parse("/__interrupt__"),
            JsonPointer.parse("/payload/interrupts"),
            JsonPointer.parse("/interrupts"));

    /// What it asks, read from the capture; null where the payload does not hold it. Never on the JavaFX thread.
    ///
    /// @throws CaptureFailure where the payload can't be read
    public @Nullable JsonValue value(Payloads payloads) throws CaptureFailure {
        return value(payloads.data(seq));
    }

    /// What it asks, from the data of its event; null where the data does not hold it.
    public @Nullable JsonValue value(String data) {
        JsonValue whole;
        try {
            whole = Json.parse(data);
        } catch (JsonFailure e) {
            return null;
        }
        for (JsonPointer place : PLACES) {
            if (whole.at(place) instanceof JsonArray(List<JsonValue> items)) {
                for (JsonValue item : items) {
                    if (item instanceof JsonObject interrupt && names(interrupt)) {
                        return interrupt.get("value");
                    }
                }
            }
        }
        return null;
    }

    private boolean names(JsonObject interrupt) {
        JsonValue own = interrupt.get("id") == null ? interrupt.get("interrupt_id") : interrupt.get("id");
        return id.isEmpty() || (own instanceof JsonString(String text) && text.equals(id));
    }
}
