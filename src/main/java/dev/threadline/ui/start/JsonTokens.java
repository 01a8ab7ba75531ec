package dev.threadline.ui.start;

import java.util.ArrayList;
import java.util.List;

/// Cuts one line of JSON text into tokens for colouring; total on any text.
final class JsonTokens {
    /// What a token is.
    enum Kind {
        KEY,
        STRING,
        ATOM,
        PLAIN
    }

    /// A stretch of a line.
    record Token(Kind kind, String text) {}

    private JsonTokens() {}

    /// The tokens of a line, in order; together they are the line.
    static List<Token> of(String line) {
        List<Token> tokens = new ArrayList<>();
        int plain = 0;
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            int end = c == '"' ? stringEnd(line, i) : isAtom(c) ? atomEnd(line, i) : i;
            if (end == i) {
                i++;
                continue;
            }
            if (plain < i) {
                tokens.add(new Token(Kind.PLAIN, line.substring(plain, i)));
            }
            Kind kind = c != '"' ? Kind.ATOM : beforeColon(line, end) ? Kind.KEY : Kind.STRING;
            tokens.add(new Token(kind, line.substring(i, end)));
            i = end;
            plain = end;
        }
        if (plain < line.length()) {
            tokens.add(new Token(Kind.PLAIN, line.substring(plain)));
        }
        return tokens;
    }

    /// The place after the closing quote of a text that begins here, or the line's end.
    static int stringEnd(String line, int start) {
        for (int i = start + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i + 1;
            }
        }
        return line.length();
    }

    private static int atomEnd(String line, int start) {
        int i = start;
        while (i < line.length() && isAtom(line.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isAtom(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '.';
    }

    private static boolean beforeColon(String line, int from) {
        int i = from;
        while (i < line.length() && line.charAt(i) <= ' ') {
            i++;
        }
        return i < line.length() && line.charAt(i) == ':';
    }
}
