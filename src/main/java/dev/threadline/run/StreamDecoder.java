package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.protocol.WireEvent;

/// Decodes the events of one run in the order of their arrival, and knows of each what the earlier ones told.
///
/// Like [EventDecoder] it is total; beyond it, the parts of a message get the place that `messages/metadata` told.
/// Lives as long as the run's streams; single-threaded.
public final class StreamDecoder {
    private final int run;
    private final MessagePlaces places = new MessagePlaces();

    /// @param run the number of the run
    public StreamDecoder(int run) {
        this.run = run;
    }

    /// The facts of an event as it arrived.
    ///
    /// @param seq its position in the capture
    public EventFacts decode(long seq, WireEvent event) {
        return EventDecoder.decode(seq, run, event, places);
    }
}
