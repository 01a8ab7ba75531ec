package dev.threadline.run;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.Payloads;
import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where in a capture the whole state of each namespace is known, and who wrote between two such places.
///
/// Single-threaded, except [#load].
public final class StateHistory implements Projection {
    /// A task that wrote in a step.
    ///
    /// @param node the node
    /// @param task the task's id, or null where only `updates` tells of it
    /// @param seq the event that holds what it wrote: `updates`, else the task result
    public record Writer(String node, @Nullable String task, long seq) {}

    @Override
    public void accept(EventFacts event) {}

    /// A number that grows with every change.
    public int revision() {
        return 0;
    }

    /// The namespaces with at least one state, in order of appearance.
    public List<String> namespaces() {
        return List.of();
    }

    /// The states of a namespace in order of arrival.
    public List<StatePoint> points(String namespace) {
        return List.of();
    }

    /// The state of a namespace after an event: the last point at or before it, or null.
    public @Nullable StatePoint at(String namespace, long seq) {
        return null;
    }

    /// The point before this one in its namespace, or null.
    public @Nullable StatePoint before(StatePoint point) {
        return null;
    }

    /// Who wrote between the point before and this one, in order of arrival.
    public List<Writer> writers(StatePoint point) {
        return List.of();
    }

    /// Reads a state from the capture. Never on the JavaFX thread.
    ///
    /// @throws CaptureFailure where the payload can't be read
    /// @throws JsonFailure where it is not JSON
    public static JsonValue load(StatePoint point, Payloads payloads) throws CaptureFailure, JsonFailure {
        JsonValue state = Json.parse(payloads.data(point.seq())).at(JsonPointer.parse(point.pointer()));
        if (state == null) {
            throw new JsonFailure("Event " + point.seq() + " holds no state.", 1, 1);
        }
        return state;
    }
}
