package dev.threadline.protocol;

import dev.threadline.words.Words;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/// The file that takes the data of one oversized event while it arrives, secrets masked on the way.
final class Spill implements AutoCloseable {
    private static final Words WORDS = Words.of(Spill.class);
    private static final int HEAD = 4_096;

    private final Mask mask;
    private final Path file;
    private final OutputStream out;
    private final StringBuilder head = new StringBuilder();
    private String held = "";
    private long bytes;
    private boolean masked;
    private boolean first = true;

    Spill(Mask mask) throws IOException {
        this.mask = mask;
        this.file = Files.createTempFile("threadline-event-", ".data");
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    /// Begins the next data line.
    void line() throws IOException {
        if (!first) {
            write("\n");
        }
        first = false;
    }

    /// Takes the next `count` bytes of the data line.
    void take(Buffer from, long count) throws IOException {
        long left = count;
        while (left > 0) {
            long piece = Math.min(left, 1 << 16);
            write(from.readString(piece, StandardCharsets.ISO_8859_1));
            left -= piece;
        }
    }

    // A secret may lie across two pieces, so as much as the longest one could need is held back.
    private void write(String latin1) throws IOException {
        String joined = held + latin1;
        String clean = mask.applyToBytes(joined);
        masked |= !clean.equals(joined);
        int ready = Math.max(0, clean.length() - mask.overlap());
        flush(clean.substring(0, ready));
        held = clean.substring(ready);
    }

    private void flush(String latin1) throws IOException {
        bytes += latin1.length();
        if (head.length() < HEAD) {
            head.append(latin1, 0, Math.min(latin1.length(), HEAD - head.length()));
        }
        out.write(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// The whole event; the file is closed and left.
    SpilledEvent finish(long receivedAt, @Nullable String id, String name) throws IOException {
        close();
        String start = new String(head.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return new SpilledEvent(receivedAt, id, name, file, bytes, start, masked);
    }

    /// Writes what is held back and closes the file.
    @Override
    public void close() throws IOException {
        flush(held);
        held = "";
        out.close();
    }

    /// What there is of an event that did not come whole.
    String tail() {
        return WORDS.text("stream.tail", Long.toString(bytes), file);
    }
}
