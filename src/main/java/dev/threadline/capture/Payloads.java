package dev.threadline.capture;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/// The payloads of a recording's events, read one at a time; never on the JavaFX thread.
public interface Payloads {
    /// The most bytes of data that are given as one text; what is larger is given by [#head] and [#reader].
    int LARGEST = 64 << 20;

    /// The exact data text of an event of at most [#LARGEST] bytes.
    ///
    /// @throws CaptureFailure where it can't be read
    String data(long seq) throws CaptureFailure;

    /// The first `chars` characters of an event's data text; the whole where it is shorter.
    ///
    /// @throws CaptureFailure where it can't be read
    String head(long seq, int chars) throws CaptureFailure;

    /// The data text of an event of any size, read as it is asked for; to be closed.
    ///
    /// A failure to read on comes as an [IOException] whose message is the sentence.
    ///
    /// @throws CaptureFailure where it can't be read
    default Reader reader(long seq) throws CaptureFailure {
        return new StringReader(data(seq));
    }
}
