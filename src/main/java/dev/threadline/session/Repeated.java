package dev.threadline.session;

import dev.threadline.protocol.WireEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells events that a server sends again when a run is joined.
///
/// The Python server's ids can stand on several events, so a join goes back before the last id; and where it
/// passes from what it kept to what is live, it sends some events twice. Both happen soon after the join, so
/// only there an event that equals a known one in id, name and data counts as sent again. Used by one thread.
final class Repeated {
    private static final long WINDOW_MICROS = 2_000_000;

    private record Key(String id, String name, int length, int hash) {
        static Key of(String id, WireEvent event) {
            return new Key(id, event.name(), event.data().length(), event.data().hashCode());
        }
    }

    private final List<Key> atLastId = new ArrayList<>();
    private final Set<Key> known = new HashSet<>();
    private @Nullable String lastId;
    private long until = Long.MIN_VALUE;

    /// Begins to look, at the opening of a joined stream.
    void joined(long now) {
        known.clear();
        known.addAll(atLastId);
        until = now + WINDOW_MICROS;
    }

    /// Takes an event; whether it came before.
    boolean test(WireEvent event) {
        String id = event.id();
        if (id == null) {
            return false;
        }
        Key key = Key.of(id, event);
        if (event.receivedAt() > until) {
            known.clear();
        } else if (!known.add(key)) {
            return true;
        }
        if (!id.equals(lastId)) {
            atLastId.clear();
            lastId = id;
        }
        atLastId.add(key);
        return false;
    }
}
