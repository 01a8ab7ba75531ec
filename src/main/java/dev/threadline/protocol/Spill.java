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
///
/// Where the disk refuses the file is removed, the rest of the data is counted only, and the event says so.
final class Spill implements AutoCloseable {
    private static final Words WORDS = Words.of(Spill.class);
    private static final int HEAD = 4_096;

    private final Mask mask;
    private final StringBuilder head = new StringBuilder();
    private @Nullable Path file;
    private @Nullable OutputStream out;
    private String refusal = "";
    private String held = "";
    private long bytes;
    private boolean masked;
    private boolean first = true;

    Spill(Mask mask) {
        this.mask = mask;
        try {
            // The folder is asked for anew: Files.createTempFile keeps the one of the program's start.
            file = Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "threadline-event-", ".data");
            out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        } catch (IOException e) {
            refused(e);
        }
    }

    /// Begins the next data line.
    void line() {
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
    private void write(String latin1) {
        String joined = held + latin1;
        String clean = mask.applyToBytes(joined);
        masked |= !clean.equals(joined);
        int ready = Math.max(0, clean.length() - mask.overlap());
        flush(clean.substring(0, ready));
        held = clean.substring(ready);
    }

    private void flush(String latin1) {
        bytes += latin1.length();
        if (head.length() < HEAD) {
            head.append(latin1, 0, Math.min(latin1.length(), HEAD - head.length()));
        }
        if (out != null) {
            try {
                out.write(latin1.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                refused(e);
            }
        }
    }

    private void refused(IOException why) {
        refusal = WORDS.text("stream.not-spilled", why);
        OutputStream open = out;
        Path left = file;
        out = null;
        file = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            // It is the disk that refused before.
        }
        if (left != null) {
            left.toFile().delete();
        }
    }

    /// The whole event; the file is closed and left.
    SpilledEvent finish(long receivedAt, @Nullable String id, String name) {
        close();
        String start = new String(head.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return new SpilledEvent(receivedAt, id, name, file, bytes, start, masked, file == null ? refusal : null);
    }

    /// Writes what is held back and closes the file.
    @Override
    public void close() {
        flush(held);
        held = "";
        if (out != null) {
            try {
                out.close();
            } catch (IOException e) {
                refused(e);
            }
        }
    }

    /// What there is of an event that did not come whole.
    String tail() {
        return file == null
                ? WORDS.text("stream.tail-refused", Long.toString(bytes), refusal)
                : WORDS.text("stream.tail", Long.toString(bytes), file);
    }
}
