package dev.threadline.run;

/// What the server said of a failure.
///
/// @param type the error's class, `""` where the server told none
/// @param message its text
public record RunFailure(String type, String message) {
    /// Reads an `error` event's data: an object with `error` and `message`, a bare string, or any text as it is.
    public static RunFailure of(String data) {
        return new RunFailure("", data);
    }
}
