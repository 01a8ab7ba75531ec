package dev.threadline.run;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.Payloads;
import dev.threadline.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// An open interrupt: a node asks and waits (protocol, section 5.6).
///
/// @param id the interrupt's id; `""` for a static breakpoint, which asks nothing
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
    /// What it asks, read from the capture; null where the payload does not hold it. Never on the JavaFX thread.
    ///
    /// @throws CaptureFailure where the payload can't be read
    public @Nullable JsonValue value(Payloads payloads) throws CaptureFailure {
        return null;
    }
}
