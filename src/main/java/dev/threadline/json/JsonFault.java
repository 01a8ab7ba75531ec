package dev.threadline.json;

import dev.threadline.words.Words;

/// Why a text stops being JSON at a place, in our words; only what the letters around the place tell.
final class JsonFault {
    private static final Words WORDS = Words.of(JsonFault.class);

    private JsonFault() {}

    /// A sentence, or an empty text where there is none to say.
    ///
    /// @param at the offset of the first wrong character
    /// @param around what is open there
    static String reason(String text, int at, Around around) {
        boolean ended = text.substring(Math.min(at, text.length())).isBlank();
        char here = ended ? '\n' : text.charAt(at);
        if (inText(text, at)) {
            return here == '\n' || here == '\r' ? WORDS.text("fault.quote") : "";
        }
        return ended ? WORDS.text("fault.early") : reason(text, at, around, here);
    }

    private static String reason(String text, int at, Around around, char here) {
        char before = before(text, at);
        if (here == '/' || here == '#') {
            return WORDS.text("fault.comment");
        }
        if (around == Around.NOTHING && before != 0 && !adjoins(text, at)) {
            return WORDS.text("fault.more");
        }
        if (before == ',' && closes(here)) {
            return WORDS.text("fault.after-comma");
        }
        if (before == ':' && (closes(here) || here == ',')) {
            return WORDS.text("fault.after-colon");
        }
        if (here == ',' && (before == ',' || before == '[' || before == '{')) {
            return WORDS.text("fault.before-comma");
        }
        if (endsValue(before) && startsValue(here) && !adjoins(text, at)) {
            return around == Around.OBJECT && before == '"' && isName(text, at)
                    ? WORDS.text("fault.colon")
                    : WORDS.text("fault.comma");
        }
        return word(text, at, here);
    }

    /// What is open around a place.
    enum Around {
        NOTHING,
        ARRAY,
        OBJECT
    }

    private static String word(String text, int at, char here) {
        int end = at;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return switch (text.substring(at, end)) {
            case "True" -> WORDS.text("fault.true");
            case "False" -> WORDS.text("fault.false");
            case "None", "undefined" -> WORDS.text("fault.null");
            default ->
                here == '\'' || (Character.isLetter(here) && !adjoins(text, at)) ? WORDS.text("fault.names") : "";
        };
    }

    /// Whether the character before belongs to the same word or number.
    private static boolean adjoins(String text, int at) {
        return at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || "\\.+-".indexOf(text.charAt(at - 1)) >= 0);
    }

    /// The last character before a place that is no blank, or 0.
    private static char before(String text, int at) {
        int i = at - 1;
        while (i >= 0 && text.charAt(i) <= ' ') {
            i--;
        }
        return i < 0 ? 0 : text.charAt(i);
    }

    private static boolean closes(char c) {
        return c == '}' || c == ']';
    }

    private static boolean startsValue(char c) {
        return c == '"' || c == '\'' || c == '{' || c == '[' || c == '-' || Character.isLetterOrDigit(c);
    }

    private static boolean endsValue(char c) {
        return c == '"' || closes(c) || Character.isLetterOrDigit(c);
    }

    /// Whether the text that was closed before a place in an object stands where a name does.
    private static boolean isName(String text, int at) {
        int close = text.lastIndexOf('"', at - 1);
        int open = close - 1;
        while (open > 0 && (text.charAt(open) != '"' || escaped(text, open))) {
            open--;
        }
        return before(text, open) != ':';
    }

    /// Whether a place lies within a text whose closing quote never came.
    private static boolean inText(String text, int at) {
        boolean in = false;
        for (int i = 0; i < at && i < text.length(); i++) {
            if (text.charAt(i) == '"' && !escaped(text, i)) {
                in = !in;
            }
        }
        return in;
    }

    private static boolean escaped(String text, int at) {
        int slashes = 0;
        while (at - slashes > 0 && text.charAt(at - slashes - 1) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }
}
