package dev.threadline.protocol;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import okio.Okio;
import okio.Source;

/// An event stream that was saved to a file, as `curl` or an export writes it.
public final class SavedStream {
    private SavedStream() {}

    /// Tells a listener what is in the file, as if it arrived; blocks, on the caller's thread.
    ///
    /// @param at microseconds since the epoch that stand for the arrival, which such a file doesn't say
    /// @throws IOException where the file can't be read to its end; the listener is not told of an end then
    public static void read(Path file, long at, StreamListener listener) throws IOException {
        listener.opened(new StreamOpened(null, null, null, 200, List.of()));
        try (Source bytes = Okio.source(file)) {
            EventReader reader = new EventReader(bytes, new Mask(List.of()), EventBlocks.LIMIT, at(at, listener));
            reader.read();
            listener.ended(new StreamEnd.Completed(reader.cutTail()));
        }
    }

    private static StreamListener at(long at, StreamListener listener) {
        return new StreamListener() {
            @Override
            public void opened(StreamOpened opened) {
                listener.opened(opened);
            }

            @Override
            public void event(WireEvent event) {
                listener.event(new WireEvent(at, event.id(), event.name(), event.data(), event.masked(), event.size()));
            }

            @Override
            public void spilled(SpilledEvent event) {
                listener.spilled(event.at(at));
            }

            @Override
            public void comment(String text, long ignored) {
                listener.comment(text, at);
            }

            @Override
            public void ended(StreamEnd end) {
                listener.ended(end);
            }
        };
    }
}
