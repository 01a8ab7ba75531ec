package dev.threadline.run;

import dev.threadline.json.JsonCursor;

/// What the server said of a failure.
///
/// @param type the error's class, `""` where the server told none
/// @param message its text
public record RunFailure(String type, String message) {
    /// Reads an `error` event's data: an object with `error` and `message`, a bare string, or any text as it is; total.
    public static RunFailure of(String data) {
        JsonCursor in = JsonCursor.over(data);
        String bare = in.text();
        if (bare != null) {
            return new RunFailure("", bare);
        }
        String type = "";
        String message = null;
        if (in.kind() == JsonCursor.Kind.OBJECT && in.enter()) {
            while (in.next()) {
                String text = in.text();
                if (text == null) {
                    continue;
                }
                switch (in.name()) {
                    case "error", "name" -> type = text;
                    case "message" -> message = text;
                    default -> {}
                }
            }
        }
        return message == null ? new RunFailure(type, type.isEmpty() ? data : "") : new RunFailure(type, message);
    }
}
