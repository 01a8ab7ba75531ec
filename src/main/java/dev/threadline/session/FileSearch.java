package dev.threadline.session;

import dev.threadline.capture.Capture;
import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.Needle;
import dev.threadline.capture.PayloadSearch;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// Looks for a text in a capture that is not open: without its facts, so that a folder of captures can be searched one
/// after the other.
///
/// Blocks; the file is neither changed nor locked.
public final class FileSearch {
    private static final int SLICE = 4_096;

    /// What was found.
    ///
    /// @param events how many events hold the text
    /// @param first the number of the first one, 0 for none
    /// @param unreadable how many payloads could not be read
    public record Found(int events, long first, long unreadable) {}

    private FileSearch() {}

    /// Looks through a capture, until its end or until `goOn`, asked now and then, says no.
    ///
    /// @throws CaptureFailure where it can't be read
    public static Found search(Path file, Needle needle, BooleanSupplier goOn) throws CaptureFailure {
        int[] events = {0};
        long[] first = {0};
        try (Capture capture = Capture.read(file);
                PayloadSearch payloads = capture.search(needle)) {
            long last = payloads.last();
            for (long from = 1; from <= last && goOn.getAsBoolean(); from += SLICE) {
                payloads.find(from, Math.min(last, from + SLICE - 1), seq -> {
                    first[0] = events[0]++ == 0 ? seq : first[0];
                });
            }
            return new Found(events[0], first[0], payloads.unreadable());
        }
    }
}
