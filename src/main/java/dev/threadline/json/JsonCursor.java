package dev.threadline.json;

import java.io.Reader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// A place in a JSON text that moves forward over values without building them; never throws on what the text holds.
///
/// It stands on a value. [#enter] goes into an object or array, [#next] to the next value there; what was not
/// entered is skipped. Where the text is no JSON or ends too early, [#next] says false and [#broken] true.
/// Single-threaded.
public final class JsonCursor {
    /// What stands at the cursor.
    public enum Kind {
        /// An object, to be entered or skipped.
        OBJECT,
        /// An array, to be entered or skipped.
        ARRAY,
        /// A text.
        STRING,
        /// A number.
        NUMBER,
        /// True or false.
        BOOLEAN,
        /// The literal null.
        NULL,
        /// No value: before the first, after the last of its container, or broken.
        NONE
    }

    private final String source;
    private final JsonParser parser;
    private Kind kind = Kind.NONE;
    private String name = "";
    private boolean unread;
    private boolean broken;

    private JsonCursor(String source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /// A cursor on the first value of a text, or on nothing where the text has none.
    public static JsonCursor over(String text) {
        JsonCursor cursor = new JsonCursor(text, Json.FACTORY.createParser(ObjectReadContext.empty(), text));
        cursor.next();
        return cursor;
    }

    /// A cursor on the first value of a text that is read as the cursor moves on. Where reading fails the text breaks.
    public static JsonCursor over(Reader text) {
        JsonCursor cursor = new JsonCursor("", Json.FACTORY.createParser(ObjectReadContext.empty(), text));
        cursor.next();
        return cursor;
    }

    /// What stands here.
    public Kind kind() {
        return kind;
    }

    /// The member's name where the value stands in an object, else the last name seen.
    public String name() {
        return name;
    }

    /// Goes into the object or array here; the next [#next] is its first value. False for any other value.
    public boolean enter() {
        boolean container = kind == Kind.OBJECT || kind == Kind.ARRAY;
        if (container) {
            unread = false;
            kind = Kind.NONE;
        }
        return container;
    }

    /// Moves to the next value of the container entered last; false at its end, which is then left, and where the text
    /// breaks.
    public boolean next() {
        if (broken) {
            return false;
        }
        try {
            if (unread) {
                parser.skipChildren();
                unread = false;
            }
            JsonToken token = parser.nextToken();
            if (token == JsonToken.PROPERTY_NAME) {
                name = parser.currentName();
                token = parser.nextToken();
            }
            kind = kind(token);
            unread = kind == Kind.OBJECT || kind == Kind.ARRAY;
            return kind != Kind.NONE;
        } catch (JacksonException e) {
            kind = Kind.NONE;
            broken = true;
            return false;
        }
    }

    /// Passes over the rest of the container entered last and leaves it.
    public void leave() {
        boolean more = true;
        while (more) {
            more = next();
        }
    }

    /// Reads on to the end of the text and says whether it is exactly one JSON value.
    ///
    /// Only after every entered container was left.
    public boolean completes() {
        boolean more = next();
        boolean complete = !more && !broken && parser.currentToken() == null;
        // Gives its buffers back for the next text.
        parser.close();
        return complete;
    }

    /// Whether the text was found to be no JSON, or cut.
    public boolean broken() {
        return broken;
    }

    /// The text here, unescaped; of a text cut by the end of the source what there is; null for any other value.
    public @Nullable String text() {
        if (kind != Kind.STRING) {
            return null;
        }
        try {
            return parser.getString();
        } catch (JacksonException e) {
            broken = true;
            int from = (int) Math.max(0, parser.currentTokenLocation().getCharOffset()) + 1;
            return from < source.length() ? Unescape.lenient(source.substring(from)) : "";
        }
    }

    /// The number here as its literal, or null for any other value.
    public @Nullable String number() {
        return kind == Kind.NUMBER ? parser.getString() : null;
    }

    /// The number here as an int, or the other value where it is none or does not fit.
    public int integer(int other) {
        String literal = number();
        if (literal == null) {
            return other;
        }
        try {
            return Integer.parseInt(literal);
        } catch (NumberFormatException e) {
            return other;
        }
    }

    /// Whether the literal true stands here.
    public boolean isTrue() {
        return kind == Kind.BOOLEAN && parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    private static Kind kind(@Nullable JsonToken token) {
        if (token == null) {
            return Kind.NONE;
        }
        return switch (token) {
            case START_OBJECT -> Kind.OBJECT;
            case START_ARRAY -> Kind.ARRAY;
            case VALUE_STRING -> Kind.STRING;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
            case VALUE_NULL -> Kind.NULL;
            default -> Kind.NONE;
        };
    }
}
