package dev.threadline.session;

import dev.threadline.protocol.WireEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells events that a server sends again when a run is joined (protocol, section 4.2).
///
/// Counted ids (JavaScript) belong to one event each: what is not above the highest came before, whatever its
/// bytes are. Ids that are times (Python) can stand on several events, so a join goes back a millisecond; and
/// where it passes from what is stored to what is live the server goes through some of what is stored a second
/// time. Each pass keeps the order, so an event is held against the known ones from where the last match was;
/// it came before where id, name and data are equal. All this is decided by the ids, never by when an event
/// arrived: a slow stream may repeat late. Used by one thread.
final class Repeated {
    /// So long after a stream has caught up, by the server's clock, it repeats nothing more.
    private static final long SETTLED_MILLIS = 2_000;

    /// A stream is taken to have caught up when an event arrives at most so long after the quickest one did.
    private static final long LIVE_MILLIS = 1_000;

    /// Of a stream that repeats nothing only the last moment is needed; looked through when this many are
    /// there.
    private static final int KEPT = 256;

    private static final Pattern COUNTED = Pattern.compile("\\d{1,18}");
    private static final Pattern TIMED = Pattern.compile("(\\d{1,15})-\\d+");

    private record Known(long millis, String id, String name, int length, int hash) {
        boolean is(String otherId, WireEvent event) {
            return hash == event.data().hashCode()
                    && length == event.data().length()
                    && id.equals(otherId)
                    && name.equals(event.name());
        }
    }

    private final List<Known> known = new ArrayList<>();
    private boolean looking;
    private int next;
    private long counted = -1;
    private long latest = Long.MIN_VALUE;
    private long quickest = Long.MAX_VALUE;
    private long settled = Long.MAX_VALUE;

    /// The count in an id that is one, or -1.
    static long count(@Nullable String id) {
        return id != null && COUNTED.matcher(id).matches() ? Long.parseLong(id) : -1;
    }

    /// Begins to look, at the opening of a stream that goes on.
    void joined() {
        looking = true;
        next = 0;
        settled = Long.MAX_VALUE;
    }

    /// Takes an event; whether it came before.
    boolean test(WireEvent event) {
        String id = event.id();
        if (id == null) {
            return false;
        }
        long count = count(id);
        if (count >= 0) {
            boolean again = looking && count <= counted;
            counted = Math.max(counted, count);
            return again;
        }
        Matcher timed = TIMED.matcher(id);
        return timed.matches() && test(Long.parseLong(timed.group(1)), id, event);
    }

    private boolean test(long millis, String id, WireEvent event) {
        if (looking && millis <= latest && found(millis, id, event)) {
            return true;
        }
        long delay = event.receivedAt() / 1_000 - millis;
        quickest = Math.min(quickest, delay);
        if (looking && settled == Long.MAX_VALUE && millis > latest && delay <= quickest + LIVE_MILLIS) {
            settled = millis + SETTLED_MILLIS;
        }
        latest = Math.max(latest, millis);
        if (millis > settled) {
            looking = false;
        }
        if (!looking && known.size() >= KEPT) {
            long kept = latest - 1;
            known.removeIf(each -> each.millis() < kept);
        }
        known.add(new Known(
                millis, id, event.name(), event.data().length(), event.data().hashCode()));
        next = known.size();
        return false;
    }

    /// Looks onwards from the last match, then at all of that moment: there a second pass may have begun.
    private boolean found(long millis, String id, WireEvent event) {
        for (int at = next; at < known.size() && known.get(at).millis() <= millis; at++) {
            if (known.get(at).is(id, event)) {
                next = at + 1;
                return true;
            }
        }
        int first = -1;
        for (int at = known.size() - 1; at >= 0 && known.get(at).millis() >= millis; at--) {
            first = known.get(at).is(id, event) ? at : first;
        }
        next = first < 0 ? next : first + 1;
        return first >= 0;
    }
}
