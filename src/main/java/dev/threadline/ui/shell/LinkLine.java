package dev.threadline.ui.shell;

import dev.threadline.session.Link;
import dev.threadline.words.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a run is heard, in the words of the status bar; pure.
///
/// @param tone `busy` where the user may have to wait, `idle` where nothing comes, `bad` where nothing will
/// @param words what is true now
/// @param aside what the server says, or empty
/// @param waits whether there is a countdown that can be cut short
record LinkLine(String tone, String words, String aside, boolean waits) {
    private static final Words WORDS = Words.of(LinkLine.class);

    /// The line for a link, or null where the stream flows and nothing has to be said.
    ///
    /// @param now microseconds since the epoch
    static @Nullable LinkLine of(@Nullable Link link, long now) {
        return switch (link) {
            case Link.Waiting waiting
            when waiting.at() > now ->
                new LinkLine(
                        "busy",
                        WORDS.text("linkLine.waiting", Integer.toString(waiting.attempt()), tenths(waiting.at() - now)),
                        "",
                        true);
            case Link.Waiting waiting ->
                new LinkLine("busy", WORDS.text("linkLine.trying", Integer.toString(waiting.attempt())), "", false);
            case Link.Joining joining
            when now - joining.since() > 1_000_000 -> new LinkLine("busy", WORDS.text("linkLine.joining"), "", false);
            case Link.Quiet quiet -> new LinkLine("idle", quiet(now - quiet.since()), said(quiet), false);
            case Link.Ended ended
            when ended.why() != null -> new LinkLine("bad", WORDS.text("linkLine.lost"), "", false);
            case null, default -> null;
        };
    }

    private static String quiet(long micros) {
        return WORDS.text("linkLine.quiet", Long.toString(Math.max(0, micros / 1_000_000)));
    }

    private static String said(Link.Quiet quiet) {
        String status = quiet.runStatus();
        if (status == null) {
            return "";
        }
        return quiet.running() ? WORDS.text("linkLine.running") : WORDS.text("linkLine.says", status);
    }

    private static String tenths(long micros) {
        return String.format(Locale.ROOT, "%.1f", micros / 1_000_000.0);
    }
}
