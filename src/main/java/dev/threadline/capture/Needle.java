package dev.threadline.capture;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A literal text that is looked for in payloads, as it stands there or as JSON escapes it. Immutable.
///
/// Quotes, backslashes, `/`, `<`, `>`, `&`, `'`, control characters and everything beyond ASCII match raw and escaped,
/// also where JSON stands in a string of JSON and is escaped again; other ASCII matches as it is. Without regard to
/// case, letters match by Unicode's simple folding, one to one: `ß` does not match `SS`, and an ASCII letter matches
/// ASCII only.
public final class Needle {
    /// The longest text that can be looked for, in characters.
    public static final int LONGEST = 1_000;

    private static final int PIECE = 1 << 20;
    private static final int ESCAPED = 32;

    private final String text;
    private final boolean ignoreCase;
    private final boolean plain;
    private final Pattern pattern;
    /// The longest piece of it that stands in every match as it is, in lower case.
    private final String anchor;

    /// Where the needle stands in a text.
    ///
    /// @param start its first character
    /// @param end the one after its last
    public record Match(int start, int end) {}

    private Needle(String text, boolean ignoreCase) {
        this.text = text;
        this.ignoreCase = ignoreCase;
        this.plain = text.chars().allMatch(c -> Escapes.plain((char) c));
        this.anchor = Escapes.longestRun(text).toLowerCase(Locale.ROOT);
        this.pattern = Pattern.compile(Escapes.pattern(text, ignoreCase));
    }

    /// A text to look for.
    ///
    /// @throws IllegalArgumentException where it is empty or longer than [#LONGEST]
    public static Needle of(String text, boolean ignoreCase) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a needle of " + text.length() + " characters");
        }
        return new Needle(text, ignoreCase);
    }

    /// The text as it was given.
    public String text() {
        return text;
    }

    /// Whether letters match in either case.
    public boolean ignoreCase() {
        return ignoreCase;
    }

    /// Whether no character of it is ever escaped, so that SQLite's own comparison is all there is to it.
    boolean plain() {
        return plain;
    }

    /// The first match at or after a place, or null.
    public @Nullable Match find(String in, int from) {
        if (plain && !ignoreCase) {
            int at = in.indexOf(text, from);
            return at < 0 ? null : new Match(at, at + text.length());
        }
        Matcher matcher = pattern.matcher(in);
        return from <= in.length() && matcher.find(from) ? new Match(matcher.start(), matcher.end()) : null;
    }

    /// Whether it stands anywhere in a text.
    public boolean in(String other) {
        return find(other, 0) != null;
    }

    /// Whether it stands anywhere in a text that is read piece by piece, to its end or to the first match.
    boolean in(Reader other) throws IOException {
        // As much as the longest match may take, with every character escaped, and escaped again.
        int most = ESCAPED * text.length();
        char[] piece = new char[Math.max(PIECE, 2 * most)];
        int held = 0;
        for (int got = other.read(piece); got >= 0; got = other.read(piece, held, piece.length - held)) {
            held += got;
            if (in(new String(piece, 0, held))) {
                return true;
            }
            int keep = Math.min(most, held);
            System.arraycopy(piece, held - keep, piece, 0, keep);
            held = keep;
        }
        return false;
    }

    /// Whether it stands anywhere in a text given in the form of a capture's BLOBs.
    boolean in(byte[] bytes) {
        if (!anchored(bytes)) {
            return false;
        }
        return (plain && ignoreCase) || in(ExactText.decode(bytes, bytes.length));
    }

    /// Whether its anchor is there, in whatever case: most texts are passed over without being decoded.
    private boolean anchored(byte[] bytes) {
        int length = anchor.length();
        if (length == 0) {
            return true;
        }
        byte first = (byte) anchor.charAt(0);
        for (int i = 0; i <= bytes.length - length; i++) {
            if (lower(bytes[i]) == first && anchored(bytes, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean anchored(byte[] bytes, int at) {
        for (int i = 1; i < anchor.length(); i++) {
            if (lower(bytes[at + i]) != anchor.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Needle needle && needle.text.equals(text) && needle.ignoreCase == ignoreCase;
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
