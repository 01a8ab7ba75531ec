package dev.threadline.ui.kit;

import java.util.Arrays;

/// Where a text breaks into lines of a number of cells; wide letters take two. Pure; a text of many megabytes
/// takes well under a second and 4 bytes a line.
public final class RawLines {
    private final String text;
    private final int[] starts;
    private final int count;

    private RawLines(String text, int[] starts, int count) {
        this.text = text;
        this.starts = starts;
        this.count = count;
    }

    /// A text broken at line feeds and after `cells` cells.
    public static RawLines of(String text, int cells) {
        int[] starts = new int[Math.max(16, text.length() / Math.max(1, cells) + 16)];
        int count = 0;
        int used = 0;
        starts[count++] = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int code = text.codePointAt(i);
            int wide = wide(code) ? 2 : 1;
            boolean feed = i > 0 && text.charAt(i - 1) == '\n';
            if (feed || (used + wide > cells && used > 0)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i;
                used = 0;
            }
            used += wide;
        }
        return new RawLines(text, starts, count);
    }

    private static boolean wide(int code) {
        return code >= 0x1100
                && (code <= 0x115f
                        || (code >= 0x2e80 && code <= 0xa4cf)
                        || (code >= 0xac00 && code <= 0xd7a3)
                        || (code >= 0xf900 && code <= 0xfaff)
                        || (code >= 0xfe30 && code <= 0xfe6f)
                        || (code >= 0xff00 && code <= 0xff60)
                        || code >= 0x1f300);
    }

    /// How many lines.
    public int count() {
        return count;
    }

    /// Where a line begins in the text.
    public int start(int index) {
        return starts[index];
    }

    /// The line that a place in the text is on.
    public int lineAt(int place) {
        int found = Arrays.binarySearch(starts, 0, count, place);
        return found < 0 ? -found - 2 : found;
    }

    /// A line, without its line feed.
    public String line(int index) {
        int end = index + 1 < count ? starts[index + 1] : text.length();
        String line = text.substring(starts[index], end);
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    /// The whole text.
    public String text() {
        return text;
    }
}
