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
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who changed each key of a state last, found by going back from it step by step.
///
/// A write that left a key as it was does not count: a subgraph returns its whole state. What a state held is
/// remembered as hashes, so that each is read once. For one background job at a time.
final class Authors {
    private static final Words WORDS = Words.of(Authors.class);

    /// How many steps it goes back at most.
    static final int FARTHEST = 500;

    private final Map<Long, Map<String, Integer>> hashes = new LinkedHashMap<>();

    /// Who wrote a key.
    ///
    /// @param node the node, or null for the input and for defaults
    /// @param words what to say beside it: `research_team · 2`, `input`
    record Author(@Nullable String node, String words) {}

    /// A state on the way back, with those who wrote before it.
    record Stop(StatePoint point, List<Writer> writers) {}

    /// The states from one back, newest first; on the thread that folds.
    static List<Stop> back(StateHistory states, StatePoint from) {
        List<Stop> stops = new ArrayList<>();
        for (StatePoint p = from; p != null && stops.size() < FARTHEST; p = states.before(p)) {
            stops.add(new Stop(p, List.copyOf(states.writers(p))));
        }
        return stops;
    }

    /// Who changed the keys of the newest of these states last; keys nobody is known for are left out. Not on the
    /// JavaFX thread.
    ///
    /// @throws CaptureFailure where a payload can't be read
    synchronized Map<String, Author> of(List<Stop> stops, Payloads payloads) throws CaptureFailure {
        Map<String, Author> authors = new HashMap<>();
        if (stops.isEmpty()) {
            return authors;
        }
        Set<String> open =
                new LinkedHashSet<>(held(stops.getFirst().point(), payloads).keySet());
        for (int i = 0; i + 1 < stops.size() && !open.isEmpty(); i++) {
            Map<String, Integer> now = held(stops.get(i).point(), payloads);
            Map<String, Integer> before = held(stops.get(i + 1).point(), payloads);
            List<String> changed = open.stream()
                    .filter(key -> !before.containsKey(key) || !before.get(key).equals(now.get(key)))
                    .toList();
            if (!changed.isEmpty()) {
                open.removeAll(changed);
                attribute(changed, stops.get(i), payloads, authors);
            }
        }
        if (stops.size() < FARTHEST) {
            String words =
                    stops.getLast().point().step() == -1 ? WORDS.text("author.default") : WORDS.text("author.input");
            open.forEach(key -> authors.put(key, new Author(null, words)));
        }
        return authors;
    }

    private static void attribute(List<String> keys, Stop stop, Payloads payloads, Map<String, Author> authors)
            throws CaptureFailure {
        Set<String> open = new LinkedHashSet<>(keys);
        for (Writer writer : stop.writers().reversed()) {
            for (String key : written(writer, payloads.data(writer.seq()))) {
                if (open.remove(key)) {
                    authors.put(key, author(writer, stop.point()));
                }
            }
        }
        if (stop.point().step() <= 0 && stop.point().step() != EventFacts.NO_STEP) {
            open.forEach(key -> authors.put(key, new Author(null, WORDS.text("author.input"))));
        }
    }

    private static Author author(Writer writer, StatePoint point) {
        if (writer.node().equals("__start__")) {
            return new Author(null, WORDS.text("author.input"));
        }
        String step = point.step() == EventFacts.NO_STEP ? "" : " · " + point.step();
        return new Author(writer.node(), writer.node() + step);
    }

    private Map<String, Integer> held(StatePoint point, Payloads payloads) throws CaptureFailure {
        Map<String, Integer> known = hashes.get(point.seq());
        if (known != null) {
            return known;
        }
        Map<String, Integer> made = new LinkedHashMap<>();
        try {
            if (StateHistory.load(point, payloads) instanceof JsonObject(Map<String, JsonValue> members)) {
                members.forEach((key, value) -> made.put(key, value.hashCode()));
            }
        } catch (JsonFailure e) {
            made.clear();
        }
        hashes.put(point.seq(), made);
        return made;
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
