package dev.threadline.json;

import java.util.ArrayList;
import java.util.List;

/// A place inside a JSON value (RFC 6901); the empty pointer is the whole value.
///
/// @param tokens the unescaped reference tokens from the root down
public record JsonPointer(List<String> tokens) {
    /// The whole value.
    public static final JsonPointer ROOT = new JsonPointer(List.of());

    /// Copies the tokens.
    public JsonPointer {
        tokens = List.copyOf(tokens);
    }

    /// Reads `/a/b~1c`; a text that does not begin with a slash is taken as one with it.
    public static JsonPointer parse(String text) {
        if (text.isEmpty()) {
            return ROOT;
        }
        String body = text.startsWith("/") ? text.substring(1) : text;
        List<String> tokens = new ArrayList<>();
        for (String part : body.split("/", -1)) {
            tokens.add(part.replace("~1", "/").replace("~0", "~"));
        }
        return new JsonPointer(tokens);
    }

    /// The place of a member or item below this one.
    public JsonPointer child(String token) {
        List<String> longer = new ArrayList<>(tokens);
        longer.add(token);
        return new JsonPointer(longer);
    }

    /// The place of an item below this one.
    public JsonPointer child(int index) {
        return child(Integer.toString(index));
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (String token : tokens) {
            out.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
        return out.toString();
    }
}
