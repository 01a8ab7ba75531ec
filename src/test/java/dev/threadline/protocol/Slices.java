package dev.threadline.protocol;

import java.io.IOException;
import java.util.function.IntUnaryOperator;
import okio.Buffer;
import okio.Source;
import okio.Timeout;

/// Bytes that arrive in slices, as a network would deliver them.
class Slices implements Source {
    private final byte[] bytes;
    private final int end;
    private final IntUnaryOperator length;
    private int at;

    /// @param end where the body ends
    /// @param length how long the slice at an offset is
    Slices(byte[] bytes, int end, IntUnaryOperator length) {
        this.bytes = bytes;
        this.end = end;
        this.length = length;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        if (at == end) {
            return -1;
        }
        int count = (int) Math.min(byteCount, Math.min(end - at, Math.max(1, length.applyAsInt(at))));
        sink.write(bytes, at, count);
        at += count;
        return count;
    }

    @Override
    public Timeout timeout() {
        return Timeout.NONE;
    }

    @Override
    public void close() {}
}
