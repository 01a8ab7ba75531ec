package dev.threadline.panel.state;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.Payloads;
import dev.threadline.json.Json;
import dev.threadline.json.JsonChange;
import dev.threadline.json.JsonDiff;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.run.StateHistory;
import dev.threadline.run.StatePoint;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A state read and compared: what the panel shows. Immutable.
///
/// @param pair which states
/// @param state the state shown
/// @param change what became of the other state in it
/// @param size bytes of the state as compact JSON
record StateView(StateChoice.Pair pair, JsonValue state, JsonChange change, long size) {
    /// Reads and compares. Not on the JavaFX thread.
    ///
    /// @param last a view whose states need no second reading, or null
    /// @throws CaptureFailure where a payload can't be read
    /// @throws JsonFailure where it holds no state
    static StateView read(StateChoice.Pair pair, @Nullable StateView last, Payloads payloads)
            throws CaptureFailure, JsonFailure {
        JsonValue state = load(pair.at(), last, payloads);
        StatePoint from = pair.from();
        JsonValue before = from == null ? new JsonObject(Map.of()) : load(from, last, payloads);
        return new StateView(
                pair, state, JsonDiff.of(before, state), Json.write(state).getBytes(StandardCharsets.UTF_8).length);
    }

    private static JsonValue load(StatePoint point, @Nullable StateView last, Payloads payloads)
            throws CaptureFailure, JsonFailure {
        return last != null && last.pair.at().equals(point) ? last.state : StateHistory.load(point, payloads);
    }
}
