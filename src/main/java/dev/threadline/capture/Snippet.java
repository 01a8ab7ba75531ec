package dev.threadline.capture;

/// A match with a little of what stands around it, as it was received.
///
/// @param before what stands before the match
/// @param match the match; only its begin where it is long
/// @param after what stands behind it
/// @param start whether the text begins with it
/// @param end whether the text ends with it
public record Snippet(String before, String match, String after, boolean start, boolean end) {
    /// The surroundings of a match.
    ///
    /// @param before how many characters before it
    /// @param after how many behind it, and three times as many of the match itself
    public static Snippet of(String text, Needle.Match match, int before, int after) {
        int from = edge(text, Math.max(0, match.start() - before));
        int split = edge(text, Math.min(match.end(), match.start() + 3 * after));
        int to = edge(text, Math.min(text.length(), split + after));
        return new Snippet(
                text.substring(from, match.start()),
                text.substring(match.start(), split),
                split < match.end() ? "" : text.substring(split, to),
                from == 0,
                split == match.end() && to == text.length());
    }

    /// All of it on one line, an ellipsis where something was left out.
    public String line() {
        return (start ? "" : "…") + before + match + after + (end ? "" : "…");
    }

    /// The place itself, or the one after it inside a pair.
    private static int edge(String text, int at) {
        boolean inside =
                at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return inside ? at + 1 : at;
    }
}
