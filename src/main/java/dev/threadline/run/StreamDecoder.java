package dev.threadline.run;

import dev.threadline.capture.EventFacts;
import dev.threadline.protocol.SpilledEvent;
import dev.threadline.protocol.WireEvent;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

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

    /// The facts of an event whose data stands in a file; those of an event that was not kept say that it is broken.
    ///
    /// @param seq its position in the capture
    /// @throws IOException where the file can't be read
    public EventFacts decode(long seq, SpilledEvent event) throws IOException {
        if (event.file() == null) {
            return EventDecoder.malformed(seq, run, event.heading());
        }
        // What is no UTF-8 is replaced, as in an event that was not too large.
        try (Reader data = new InputStreamReader(Files.newInputStream(event.file()), StandardCharsets.UTF_8)) {
            return EventDecoder.decode(seq, run, event.heading(), data, places);
        }
    }
}
