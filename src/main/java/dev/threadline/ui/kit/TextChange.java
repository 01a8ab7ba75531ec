package dev.threadline.ui.kit;

/// What changed inside a text: the same head and tail, and between them what went and what came. Pure.
///
/// @param head what both begin with; where it is long only its end, after an ellipsis
/// @param removed what went
/// @param added what came
/// @param tail what both end with
record TextChange(String head, String removed, String added, String tail) {
    private static final int LONG_HEAD = 32;

    /// The change from one text to another, at the borders of words.
    static TextChange of(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int head = 0;
        while (head < shorter && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        while (head > 0 && !(border(before, head) && border(after, head))) {
            head--;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        while (tail > 0 && !(border(before, before.length() - tail) && border(after, after.length() - tail))) {
            tail--;
        }
        String same = before.substring(0, head);
        return new TextChange(
                same.length() > LONG_HEAD ? "…" + same.substring(same.length() - 20) : same,
                before.substring(head, before.length() - tail),
                after.substring(head, after.length() - tail),
                before.substring(before.length() - tail));
    }

    private static boolean border(String text, int at) {
        if (at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))) {
            return false;
        }
        return at == 0
                || at == text.length()
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || !Character.isLetterOrDigit(text.charAt(at));
    }
}
