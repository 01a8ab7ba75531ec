package dev.threadline.protocol;

import org.jspecify.annotations.Nullable;

/// One event of a stream exactly as it arrived (protocol, section 3.1).
///
/// @param receivedAt microseconds since the epoch on this machine's clock when its last byte was read
/// @param id the id that stood in this event's own block, or null where it had none; an empty id line is `""`
/// @param name the event name, `message` where the block named none
/// @param data the data lines, joined by line feeds
/// @param masked whether a secret value was replaced in `data`
public record WireEvent(long receivedAt, @Nullable String id, String name, String data, boolean masked) {}
