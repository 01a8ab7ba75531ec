package dev.threadline.json;

/// Why a text stops being JSON at a place, in our words; only what the letters around the place tell.
final class JsonFault {
    private JsonFault() {}

    /// A sentence, or an empty text where there is none to say.
    ///
    /// @param at the offset of the first wrong character
    /// @param around what is open there
    static String reason(String text, int at, Around around) {
        boolean ended = text.substring(Math.min(at, text.length())).isBlank();
        char here = ended ? '\n' : text.charAt(at);
        if (inText(text, at)) {
            return here == '\n' || here == '\r' ? "The closing quote is missing." : "";
        }
        return ended ? "The text ends too early." : reason(text, at, around, here);
    }

    private static String reason(String text, int at, Around around, char here) {
        char before = before(text, at);
        if (here == '/' || here == '#') {
            return "JSON has no comments.";
        }
        if (around == Around.NOTHING && before != 0 && !adjoins(text, at)) {
            return "More follows after the value.";
        }
        if (before == ',' && closes(here)) {
            return "Nothing follows the comma.";
        }
        if (before == ':' && (closes(here) || here == ',')) {
            return "A value is missing after the colon.";
        }
        if (here == ',' && (before == ',' || before == '[' || before == '{')) {
            return "Nothing stands before the comma.";
        }
        if (endsValue(before) && startsValue(here) && !adjoins(text, at)) {
            return around == Around.OBJECT && before == '"' && isName(text, at)
                    ? "A colon is missing."
                    : "A comma is missing.";
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
            case "True" -> "It is written true.";
            case "False" -> "It is written false.";
            case "None", "undefined" -> "It is written null.";
            default ->
                here == '\'' || (Character.isLetter(here) && !adjoins(text, at))
                        ? "Names and texts stand in double quotes."
                        : "";
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
