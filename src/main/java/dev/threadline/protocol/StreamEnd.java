package dev.threadline.protocol;

import org.jspecify.annotations.Nullable;

/// How a stream ended.
public sealed interface StreamEnd {
    /// The body ended in good order; says nothing of the run (protocol, section 3.4).
    ///
    /// @param cutTail text of an event that the end cut off, or null
    record Completed(@Nullable String cutTail) implements StreamEnd {}

    /// The connection broke.
    ///
    /// @param failure what happened
    /// @param cutTail text of an event that the break cut off, or null
    record Cut(ServerFailure failure, @Nullable String cutTail) implements StreamEnd {}

    /// [EventStream#close()] was called.
    ///
    /// @param cutTail text of an event that had not come whole, or null
    record ClosedByUs(@Nullable String cutTail) implements StreamEnd {}
}
