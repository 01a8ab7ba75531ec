package dev.threadline.capture;

/// The slow and simple way to look for a text: every place, every form in which JSON may write each character.
final class NaiveScan {
    private final String text;
    private final String needle;
    private final boolean ignoreCase;

    private NaiveScan(String text, String needle, boolean ignoreCase) {
        this.text = text;
        this.needle = needle;
        this.ignoreCase = ignoreCase;
    }

    static boolean finds(String text, String needle, boolean ignoreCase) {
        NaiveScan scan = new NaiveScan(text, needle, ignoreCase);
        for (int i = 0; i <= text.length(); i++) {
            boolean insidePair =
                    i > 0 && i < text.length() && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
            // Half a pair is no character.
            if (!insidePair && scan.matches(i, 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(int at, int from) {
        if (from == needle.length()) {
            return true;
        }
        int code = needle.codePointAt(from);
        if (code == '\\') {
            int many = slashes(needle, from);
            for (int i = many; i <= Math.min(16 * many, slashes(text, at)); i++) {
                if (matches(at + i, from + many)) {
                    return true;
                }
            }
            return false;
        }
        int next = from + Character.charCount(code);
        if (at < text.length() && same(text.codePointAt(at), code)) {
            if (matches(at + Character.charCount(text.codePointAt(at)), next)) {
                return true;
            }
        }
        int slashes = slashes(text, at);
        if (slashes == 0 || slashes > 15 || (code >= ' ' && code < 127 && "\"/<>&'".indexOf(code) < 0)) {
            return false;
        }
        int behind = at + slashes;
        int letter = "\"/\b\f\n\r\t".indexOf(code);
        if (letter >= 0 && text.startsWith("\"/bfnrt".substring(letter, letter + 1), behind)) {
            if (matches(behind + 1, next)) {
                return true;
            }
        }
        int first = unit(behind);
        if (first < 0) {
            return false;
        }
        int more = slashes(text, behind + 5);
        int second = more > 0 && more <= 15 ? unit(behind + 5 + more) : -1;
        if (second >= 0
                && Character.isSurrogatePair((char) first, (char) second)
                && same(Character.toCodePoint((char) first, (char) second), code)
                && matches(behind + 10 + more, next)) {
            return true;
        }
        // Escaped, half a pair stands for itself.
        return same(first, code) && matches(behind + 5, next);
    }

    private int unit(int at) {
        return text.startsWith("u", at) && text.substring(at + 1).matches("(?s)[0-9a-fA-F]{4}.*")
                ? Integer.parseInt(text.substring(at + 1, at + 5), 16)
                : -1;
    }

    private static int slashes(String in, int from) {
        int end = from;
        while (end < in.length() && in.charAt(end) == '\\') {
            end++;
        }
        return end - from;
    }

    private boolean same(int one, int other) {
        return one == other || (ignoreCase && (one < 128) == (other < 128) && folded(one) == folded(other));
    }

    private static int folded(int code) {
        return Character.toLowerCase(Character.toUpperCase(code));
    }
}
