package dev.threadline.protocol;

/// Hears a stream, in the order of the bytes, on the stream's own virtual thread.
///
/// [#opened] comes first, [#ended] last and exactly once. A method that throws ends the stream as cut.
public interface StreamListener {
    /// The response's headers arrived.
    void opened(StreamOpened opened);

    /// An event arrived whole.
    void event(WireEvent event);

    /// An event too large for memory arrived whole, in a file that belongs to the listener from now on.
    ///
    /// By default its beginning is heard as an [#event] and the file stays where it is.
    default void spilled(SpilledEvent event) {
        event(event.heading());
    }

    /// Something arrived that is no event by the rules of event streams.
    ///
    /// @param text a line as it stood: a comment (`: heartbeat`), a `retry` or unknown field; or the lines of a
    ///     block without data, joined by line feeds
    /// @param at microseconds since the epoch, this machine's clock
    void comment(String text, long at);

    /// Nothing more will come.
    void ended(StreamEnd end);
}
