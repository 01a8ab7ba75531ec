package dev.threadline.capture;

/// The payloads of a recording's events, read one at a time; never on the JavaFX thread.
public interface Payloads {
    /// The exact data text of an event.
    ///
    /// @throws CaptureFailure where it can't be read
    String data(long seq) throws CaptureFailure;

    /// The first `chars` characters of an event's data text; the whole where it is shorter.
    ///
    /// @throws CaptureFailure where it can't be read
    String head(long seq, int chars) throws CaptureFailure;
}
