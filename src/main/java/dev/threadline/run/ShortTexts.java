package dev.threadline.run;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// JSON on its way to a parser, with the middle of very long texts left out, so that none of them is ever held.
///
/// Names and texts keep their first [#LONGEST] characters, escapes whole. What a text must not hold, a control
/// character,
/// passes; escapes in the part that is left out are not looked at.
final class ShortTexts extends FilterReader {
    /// Longer than any id, name or time.
    static final int LONGEST = 1 << 16;

    private boolean inText;
    private boolean escaped;
    private boolean keeping;
    private int digits;
    private int length;

    ShortTexts(Reader json) {
        super(json);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int from, int count) throws IOException {
        int kept = 0;
        while (kept == 0) {
            int got = in.read(buffer, from, count);
            if (got <= 0) {
                return got;
            }
            for (int i = from; i < from + got; i++) {
                char c = buffer[i];
                if (passes(c)) {
                    buffer[from + kept] = c;
                    kept++;
                }
            }
        }
        return kept;
    }

    private boolean passes(char c) {
        if (!inText) {
            inText = c == '"';
            length = 0;
            return true;
        }
        length++;
        if (escaped) {
            escaped = false;
            digits = c == 'u' ? 4 : 0;
            return keeping;
        }
        if (digits > 0 && Character.digit(c, 16) >= 0) {
            digits--;
            return keeping;
        }
        digits = 0;
        keeping = length <= LONGEST;
        inText = c != '"';
        escaped = c == '\\';
        return keeping || !inText || c < ' ';
    }
}
