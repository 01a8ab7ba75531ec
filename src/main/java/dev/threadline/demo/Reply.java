package dev.threadline.demo;

import dev.threadline.json.JsonValue;
import java.util.Map;

/// What a route answers.
sealed interface Reply {
    /// A JSON value.
    record Body(int status, JsonValue value, Map<String, String> headers) implements Reply {}

    /// Nothing but a status.
    record Empty(int status) implements Reply {}

    /// The events of a run, from a place on.
    ///
    /// @param ids whether events carry their ids
    /// @param gone what happens when the reader goes away
    record Stream(RunEvents events, int from, boolean ids, Runnable gone, Map<String, String> headers)
            implements Reply {}

    /// The result of a run when it has ended.
    ///
    /// @param cancel whether the run is cancelled when the reader goes away
    record Wait(GraphRun run, boolean cancel, Map<String, String> headers) implements Reply {}

    static Reply of(JsonValue value) {
        return new Body(200, value, Map.of());
    }
}
