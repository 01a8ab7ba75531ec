package dev.threadline.ui.start;

import java.util.Arrays;

/// The lines of a text: where each begins, and which one holds an offset. Lines count from 0. Immutable.
final class LineIndex {
    private final String text;
    private final int[] starts;
    private final int longest;

    private LineIndex(String text, int[] starts, int longest) {
        this.text = text;
        this.starts = starts;
        this.longest = longest;
    }

    static LineIndex of(String text) {
        int[] starts = new int[16];
        int count = 1;
        int longest = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            longest = Math.max(longest, end - starts[count - 1]);
            starts[count++] = end + 1;
        }
        longest = Math.max(longest, text.length() - starts[count - 1]);
        return new LineIndex(text, Arrays.copyOf(starts, count), longest);
    }

    /// The number of lines, at least one.
    int count() {
        return starts.length;
    }

    /// The length of the longest line.
    int longest() {
        return longest;
    }

    /// The offset at which a line begins.
    int start(int line) {
        return starts[line];
    }

    /// The text of a line without its end.
    String line(int line) {
        int end = line + 1 < starts.length ? starts[line + 1] - 1 : text.length();
        return text.substring(starts[line], end);
    }

    /// The line that holds an offset.
    int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /// The offset of a column in a line, kept within the text.
    int offset(int line, int column) {
        int start = starts[Math.clamp(line, 0, starts.length - 1)];
        return Math.clamp((long) start + column, 0, text.length());
    }
}
