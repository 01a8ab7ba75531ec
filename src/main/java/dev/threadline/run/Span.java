package dev.threadline.run;

/// A stretch of time on the server's clock.
///
/// @param first microseconds since the epoch
/// @param last the same, not before `first`
public record Span(long first, long last) {
    /// How long, in microseconds.
    public long length() {
        return last - first;
    }
}
