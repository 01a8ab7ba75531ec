package dev.threadline.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a stream is asked to go on after a break (protocol, section 3.3).
///
/// @param id for `Last-Event-ID`
/// @param skips whether an event is left out on purpose: one that the server can't send
record ResumePoint(String id, boolean skips) {
    private static final Pattern TIMED = Pattern.compile("(\\d{1,15})-(\\d+)");
    private static final Pattern COUNTED = Pattern.compile("\\d{1,15}");

    /// Right after the last event that came. Ids of the Python server are times and several events can share one: there
    /// it is the millisecond before, and what comes again is told by its data.
    static ResumePoint after(@Nullable String lastId) {
        if (lastId == null) {
            return new ResumePoint("-1", false);
        }
        Matcher timed = TIMED.matcher(lastId);
        return new ResumePoint(
                timed.matches() ? Long.parseLong(timed.group(1)) - 1 + "-" + timed.group(2) : lastId, false);
    }

    /// One event further, where ids are counted: the event after the last is one that the server can't put into words.
    static ResumePoint beyond(@Nullable String lastId) {
        if (lastId == null) {
            return new ResumePoint("0", true);
        }
        return COUNTED.matcher(lastId).matches()
                ? new ResumePoint(Long.toString(Long.parseLong(lastId) + 1), true)
                : after(lastId);
    }
}
