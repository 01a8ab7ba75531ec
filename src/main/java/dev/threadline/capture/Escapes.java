package dev.threadline.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How JSON may write a character, as regular expressions.
final class Escapes {
    /// Backslashes before an escaped character: JSON in a string of JSON, four deep.
    private static final String SLASHES = "\\\\{1,15}";

    private Escapes() {}

    /// Whether nobody escapes this character.
    static boolean plain(char c) {
        return c >= ' ' && c < 0x7F && "\"\\/<>&'".indexOf(c) < 0;
    }

    /// The longest piece that nobody escapes.
    static String longestRun(String text) {
        String longest = "";
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !plain(text.charAt(i))) {
                if (i - from > longest.length()) {
                    longest = text.substring(from, i);
                }
                from = i + 1;
            }
        }
        return longest;
    }

    /// An expression that matches a text in every form it may stand in.
    static String pattern(String text, boolean ignoreCase) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && plain(text.charAt(end))) {
                end++;
            }
            if (end > i) {
                String literal = Pattern.quote(text.substring(i, end));
                out.append(ignoreCase ? "(?i:" + literal + ")" : literal);
                i = end;
            } else if (text.charAt(i) == '\\') {
                while (end < text.length() && text.charAt(end) == '\\') {
                    end++;
                }
                // A run of them as one: each on its own would try all ways to part the run it stands for.
                out.append("\\\\{%d,%d}".formatted(end - i, 16 * (end - i)));
                i = end;
            } else {
                int code = text.codePointAt(i);
                out.append(forms(code, ignoreCase));
                i += Character.charCount(code);
            }
        }
        return out.toString();
    }

    private static String forms(int code, boolean ignoreCase) {
        List<String> forms = new ArrayList<>();
        for (int same : cases(code, ignoreCase)) {
            forms.add("\\x{%x}".formatted(same));
            if (letter(same) != 0) {
                forms.add(SLASHES + Pattern.quote(Character.toString(letter(same))));
            }
            forms.add(Character.toString(same)
                    .chars()
                    .mapToObj(unit -> SLASHES + "u(?i:%04x)".formatted(unit))
                    .collect(Collectors.joining()));
        }
        return forms.stream().collect(Collectors.joining("|", "(?:", ")"));
    }

    /// What stands behind the backslash in the short form of a character, or 0 where it has none.
    static char letter(int code) {
        return switch (code) {
            case '"', '/' -> (char) code;
            case '\b' -> 'b';
            case '\f' -> 'f';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
        };
    }

    /// The characters that count as this one.
    static List<Integer> cases(int code, boolean ignoreCase) {
        List<Integer> same = new ArrayList<>(List.of(code));
        if (ignoreCase && code >= 0x80 && cased(code)) {
            int folded = folded(code);
            for (int other = 0x80; other < 0x20000; other++) {
                if (other != code && folded(other) == folded) {
                    same.add(other);
                }
            }
        }
        return same;
    }

    private static boolean cased(int code) {
        return Character.toUpperCase(code) != code || Character.toLowerCase(code) != code;
    }

    private static int folded(int code) {
        return Character.toLowerCase(Character.toUpperCase(code));
    }
}
