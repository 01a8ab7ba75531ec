package dev.threadline.capture;

import dev.threadline.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The text of a payload that is too large to be held in memory, from its bytes in UTF-8.
///
/// What is no UTF-8 is replaced by U+FFFD, as in payloads that are held.
final class LargeText extends InputStream {
    private static final Words WORDS = Words.of(LargeText.class);

    /// Where the parts come from.
    interface Source {
        /// A part by its number from 0, or null behind the last.
        byte @Nullable [] part(int number) throws CaptureFailure;
    }

    private final Source source;
    private byte[] part = {};
    private int at;
    private int next;

    LargeText(Source source) {
        this.source = source;
    }

    /// All of it.
    ///
    /// @throws CaptureFailure where it has more than [Payloads#LARGEST] bytes
    static String data(long seq, InputStream bytes) throws IOException, CaptureFailure {
        byte[] data = bytes.readNBytes(Payloads.LARGEST + 1);
        if (data.length > Payloads.LARGEST) {
            throw new CaptureFailure.NotRead(
                    WORDS.text("payload.large", Long.toString(seq), Integer.toString(Payloads.LARGEST >> 20)), null);
        }
        return new String(data, StandardCharsets.UTF_8);
    }

    /// Its first characters.
    static String head(InputStream bytes, int chars) throws IOException {
        char[] head = new char[chars + 1];
        int length = 0;
        Reader text = reader(bytes);
        for (int got = text.read(head); got > 0 && length < head.length; ) {
            length += got;
            got = text.read(head, length, head.length - length);
        }
        return CaptureReader.cut(new String(head, 0, length), chars);
    }

    /// Its characters as they are asked for.
    static Reader reader(InputStream bytes) {
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public int read() throws IOException {
        return more() ? part[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int from, int count) throws IOException {
        if (count == 0 || !more()) {
            return count == 0 ? 0 : -1;
        }
        int length = Math.min(count, part.length - at);
        System.arraycopy(part, at, to, from, length);
        at += length;
        return length;
    }

    private boolean more() throws IOException {
        if (at == part.length) {
            try {
                byte[] following = source.part(next++);
                part = following == null ? new byte[0] : following;
                at = 0;
            } catch (CaptureFailure e) {
                throw new IOException(e.sentence(), e);
            }
        }
        return at < part.length;
    }
}
