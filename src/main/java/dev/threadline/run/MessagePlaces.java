package dev.threadline.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the earlier events of a stream told of its messages: where each is said, and what of it.
///
/// In mode `messages` only `messages/metadata` tells the place, once a message; the parts name nothing but the message
/// (protocol, section 4). Single-threaded.
final class MessagePlaces {
    private record Place(
            String namespace,
            @Nullable String node,
            @Nullable String task,
            int step) {}

    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Integer> said = new HashMap<>();

    /// Takes that a message belongs where the draft stands.
    void tell(String id, FactsDraft draft) {
        places.put(id, new Place(draft.namespace, draft.node, draft.task, draft.step));
    }

    /// Puts the draft where its messages belong, if that is one place.
    void place(List<String> ids, FactsDraft draft) {
        Place place = ids.isEmpty() ? null : places.get(ids.getFirst());
        if (place == null || !ids.stream().allMatch(id -> place.equals(places.get(id)))) {
            return;
        }
        draft.namespace = place.namespace();
        draft.node = place.node();
        draft.task = place.task();
        draft.step = place.step();
    }

    /// Takes what a message says now; true where it did not say the same before.
    boolean grew(String id, int sign) {
        Integer before = said.put(id, sign);
        return before == null || before != sign || id.isEmpty();
    }
}
