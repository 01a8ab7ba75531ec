package dev.threadline.protocol;

import java.io.IOException;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// What a listener hears of bytes, for tests of other packages.
public final class Heard {
    private Heard() {}

    /// Reads a body to its end.
    ///
    /// @param limit bytes beyond which an event goes to a file
    /// @param slices how many bytes are there at an offset
    /// @return how often bytes were asked for
    public static int of(byte[] body, long limit, IntUnaryOperator slices, StreamListener listener) throws IOException {
        int[] reads = new int[1];
        Slices bytes = new Slices(body, body.length, slices) {
            @Override
            public long read(okio.Buffer sink, long byteCount) throws IOException {
                reads[0]++;
                return super.read(sink, byteCount);
            }
        };
        EventReader reader = new EventReader(bytes, new Mask(List.of()), limit, listener);
        listener.opened(new StreamOpened(null, null, null, 200, List.of()));
        reader.read();
        listener.ended(new StreamEnd.Completed(reader.cutTail()));
        return reads[0];
    }
}
