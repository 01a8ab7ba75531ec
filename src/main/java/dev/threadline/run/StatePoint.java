package dev.threadline.run;

import org.jspecify.annotations.Nullable;

/// A place in the history of a state: where the whole state of a namespace is known.
///
/// @param run number of the run
/// @param namespace `""` is the root
/// @param step superstep in that namespace, or `NO_STEP`
/// @param checkpointId the checkpoint, or null where the event tells none
/// @param seq the event whose payload holds the state
/// @param time microseconds on the server's clock; the arrival moved by the clock's offset where the event has no
/// server time
/// @param pointer where the state stands in the payload, as a JSON pointer: `/payload/values`, or `""`
public record StatePoint(
        int run, String namespace, int step, @Nullable String checkpointId, long seq, long time, String pointer) {}
