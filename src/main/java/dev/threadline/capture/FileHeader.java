package dev.threadline.capture;

import dev.threadline.words.Words;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The first hundred bytes of a capture, read without SQLite, so that a file that is none is never opened by it.
///
/// @param expected bytes the file should have
/// @param length bytes it has
/// @param version of the format
record FileHeader(long expected, long length, int version) {
    private static final Words WORDS = Words.of(FileHeader.class);
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SIZE = 100;

    /// Reads and judges the header.
    ///
    /// @throws CaptureFailure.NotRead where there is no such file or it can't be read
    /// @throws CaptureFailure.NotACapture where it is something else
    /// @throws CaptureFailure.TooNew where a newer Threadline wrote it
    static FileHeader read(Path file) throws CaptureFailure {
        if (!Files.exists(file)) {
            throw new CaptureFailure.NotRead(WORDS.text("header.none", file), null);
        }
        if (Files.isDirectory(file)) {
            throw new CaptureFailure.NotACapture(WORDS.text("header.folder", file), null);
        }
        var bytes = ByteBuffer.allocate(SIZE);
        try (FileChannel channel = FileChannel.open(file)) {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Reads may be short.
            }
            return judge(file, bytes, channel.size());
        } catch (IOException e) {
            throw new CaptureFailure.NotRead(WORDS.text("file.unreadable", file, reason(e)), e);
        }
    }

    private static FileHeader judge(Path file, ByteBuffer bytes, long length) throws CaptureFailure {
        if (length == 0) {
            throw new CaptureFailure.NotACapture(WORDS.text("header.empty", file), null);
        }
        boolean sqlite =
                bytes.position() == SIZE && bytes.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
        if (!sqlite || bytes.getInt(68) != Schema.APPLICATION_ID) {
            throw new CaptureFailure.NotACapture(WORDS.text("header.other", file), null);
        }
        int version = bytes.getInt(60);
        if (version > Schema.VERSION) {
            throw new CaptureFailure.TooNew(
                    WORDS.text("header.newer", file, Integer.toString(version), Integer.toString(Schema.VERSION)));
        }
        int pageSize = bytes.getShort(16) == 1 ? 65_536 : Short.toUnsignedInt(bytes.getShort(16));
        return new FileHeader(Integer.toUnsignedLong(bytes.getInt(28)) * pageSize, length, version);
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException
                ? WORDS.text("header.denied")
                : String.valueOf(e.getMessage());
    }

    /// Whether the end of the file is missing.
    boolean cut() {
        return length < expected;
    }
}
