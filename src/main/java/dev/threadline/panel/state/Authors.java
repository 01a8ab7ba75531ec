package dev.threadline.panel.state;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.Payloads;
import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.run.StateHistory;
import dev.threadline.run.StateHistory.Writer;
import dev.threadline.run.StatePoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who wrote each key of a state last, found by going back from it step by step.
final class Authors {
    /// How many steps it goes back at most.
    static final int FARTHEST = 500;

    /// Who wrote a key.
    ///
    /// @param node the node, or null for the input and for defaults
    /// @param words what to say beside it: `research_team · 2`, `input`
    record Author(@Nullable String node, String words) {}

    /// A state on the way back, with those who wrote before it.
    record Stop(StatePoint point, List<Writer> writers) {}

    private Authors() {}

    /// The states from one back, newest first; on the thread that folds.
    static List<Stop> back(StateHistory states, StatePoint from) {
        List<Stop> stops = new ArrayList<>();
        for (StatePoint p = from; p != null && stops.size() < FARTHEST; p = states.before(p)) {
            stops.add(new Stop(p, List.copyOf(states.writers(p))));
        }
        return stops;
    }

    /// Who wrote the keys of a state; keys nobody is known for are left out. Not on the JavaFX thread.
    ///
    /// @throws CaptureFailure where a payload can't be read
    static Map<String, Author> of(Set<String> keys, List<Stop> stops, Payloads payloads) throws CaptureFailure {
        Map<String, Author> authors = new HashMap<>();
        Set<String> open = new LinkedHashSet<>(keys);
        for (Stop stop : stops) {
            for (Writer writer : stop.writers().reversed()) {
                if (open.isEmpty()) {
                    return authors;
                }
                for (String key : written(writer, payloads.data(writer.seq()))) {
                    if (open.remove(key)) {
                        authors.put(key, author(writer, stop.point()));
                    }
                }
            }
        }
        if (!open.isEmpty() && !stops.isEmpty() && stops.size() < FARTHEST) {
            begin(open, stops.getLast().point(), payloads, authors);
        }
        return authors;
    }

    private static Author author(Writer writer, StatePoint point) {
        if (writer.node().equals("__start__")) {
            return new Author(null, "input");
        }
        String step = point.step() == EventFacts.NO_STEP ? "" : " · " + point.step();
        return new Author(writer.node(), writer.node() + step);
    }

    /// What stands in the checkpoint before the input (step -1) is a default, all else came with the input.
    private static void begin(Set<String> open, StatePoint first, Payloads payloads, Map<String, Author> authors)
            throws CaptureFailure {
        Set<String> defaults = Set.of();
        if (first.step() == -1) {
            try {
                defaults = StateHistory.load(first, payloads) instanceof JsonObject(Map<String, JsonValue> members)
                        ? members.keySet()
                        : Set.of();
            } catch (JsonFailure e) {
                return;
            }
        }
        for (String key : open) {
            authors.put(key, new Author(null, defaults.contains(key) ? "default" : "input"));
        }
    }

    /// The keys that a writer's event tells of: `updates`, or a task result with an object or a list of pairs.
    static Set<String> written(Writer writer, String data) {
        Set<String> keys = new LinkedHashSet<>();
        try {
            JsonValue whole = Json.parse(data);
            for (JsonPointer place : List.of(
                    JsonPointer.ROOT.child(writer.node()),
                    JsonPointer.parse("/payload/result"),
                    JsonPointer.parse("/result"))) {
                collect(whole.at(place), keys);
            }
        } catch (JsonFailure e) {
            return Set.of();
        }
        return keys;
    }

    private static void collect(@Nullable JsonValue wrote, Set<String> keys) {
        switch (wrote) {
            case JsonObject object -> keys.addAll(object.members().keySet());
            case JsonArray array -> {
                for (JsonValue item : array.items()) {
                    if (item instanceof JsonArray pair
                            && !pair.items().isEmpty()
                            && pair.items().getFirst() instanceof JsonString(String name)) {
                        keys.add(name);
                    } else if (item instanceof JsonObject) {
                        collect(item, keys);
                    }
                }
            }
            case null, default -> {
                // Nothing written.
            }
        }
    }
}
