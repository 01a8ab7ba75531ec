package dev.threadline.protocol;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An event whose data was too large to be held in memory and stands in a file instead.
///
/// @param receivedAt microseconds since the epoch when its last byte was read
/// @param id as in [WireEvent]
/// @param name as in [WireEvent]
/// @param file the whole data in UTF-8, secrets masked; null where the disk refused it
/// @param bytes how long the data is
/// @param head the data's beginning, a few thousand characters
/// @param masked whether a secret value was replaced
/// @param refusal why there is no file, as a sentence, or null
public record SpilledEvent(
        long receivedAt,
        @Nullable String id,
        String name,
        @Nullable Path file,
        long bytes,
        String head,
        boolean masked,
        @Nullable String refusal) {
    /// The same, received at another time.
    SpilledEvent at(long time) {
        return new SpilledEvent(time, id, name, file, bytes, head, masked, refusal);
    }

    /// The event with nothing but the beginning of its data, and the size of all of it.
    public WireEvent heading() {
        return new WireEvent(receivedAt, id, name, head, masked, bytes);
    }
}
