package dev.threadline.json;

import dev.threadline.json.JsonChange.Counts;
import dev.threadline.json.JsonChange.Kind;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The structural difference of two JSON values.
///
/// Arrays are aligned by an identity key of their objects or by equal items, so that an item put in the middle is one
/// addition. Time grows with the size of both values, not with its square. Safe for any thread.
public final class JsonDiff {
    private final JsonHashes hashes = new JsonHashes();

    private JsonDiff() {}

    /// What became of `before` in `after`.
    public static JsonChange of(JsonValue before, JsonValue after) {
        return new JsonDiff().compare(Place.ROOT, before, after, false);
    }

    /// Where a value stands in its container, on both sides.
    private record Place(@Nullable String key, int before, int after) {
        static final Place ROOT = new Place(null, -1, -1);
    }

    private JsonChange compare(Place place, JsonValue before, JsonValue after, boolean moved) {
        if (hashes.equal(before, after)) {
            Counts counts = moved ? new Counts(0, 0, 0, 1, 0) : new Counts(0, 0, 0, 0, 1);
            return change(moved ? Kind.MOVED : Kind.SAME, place, before, after, List.of(), counts);
        }
        List<JsonChange> children;
        if (before instanceof JsonObject a && after instanceof JsonObject b) {
            children = members(a, b);
        } else if (before instanceof JsonArray a && after instanceof JsonArray b) {
            children = items(a, b);
        } else {
            Kind kind = before.getClass() == after.getClass() ? Kind.CHANGED : Kind.TYPE_CHANGED;
            return change(kind, place, before, after, List.of(), new Counts(0, 0, 1, 0, 0));
        }
        Counts sum = moved ? new Counts(0, 0, 0, 1, 0) : Counts.NONE;
        for (JsonChange child : children) {
            sum = sum.plus(child.counts());
        }
        return change(moved ? Kind.MOVED : Kind.CHANGED, place, before, after, children, sum);
    }

    private static JsonChange change(
            Kind kind,
            Place place,
            @Nullable JsonValue before,
            @Nullable JsonValue after,
            List<JsonChange> children,
            Counts counts) {
        return new JsonChange(
                kind,
                place.key(),
                place.before(),
                place.after(),
                before,
                after,
                Collections.unmodifiableList(children),
                counts);
    }

    private static JsonChange added(Place place, JsonValue value) {
        return change(Kind.ADDED, place, null, value, List.of(), new Counts(1, 0, 0, 0, 0));
    }

    private static JsonChange removed(Place place, JsonValue value) {
        return change(Kind.REMOVED, place, value, null, List.of(), new Counts(0, 1, 0, 0, 0));
    }

    /// The members in the order of `after`; a removed one follows the member it followed before.
    private List<JsonChange> members(JsonObject before, JsonObject after) {
        Map<String, List<JsonChange>> removedAfter = new LinkedHashMap<>();
        String anchor = null;
        List<JsonChange> children = new ArrayList<>();
        for (Map.Entry<String, JsonValue> member : before.members().entrySet()) {
            String key = member.getKey();
            if (after.get(key) != null) {
                anchor = key;
            } else {
                JsonChange gone = removed(new Place(key, -1, -1), member.getValue());
                if (anchor == null) {
                    children.add(gone);
                } else {
                    removedAfter
                            .computeIfAbsent(anchor, each -> new ArrayList<>())
                            .add(gone);
                }
            }
        }
        after.members().forEach((key, value) -> {
            JsonValue old = before.get(key);
            Place place = new Place(key, -1, -1);
            children.add(old == null ? added(place, value) : compare(place, old, value, false));
            children.addAll(removedAfter.getOrDefault(key, List.of()));
        });
        return children;
    }

    private List<JsonChange> items(JsonArray before, JsonArray after) {
        ArrayAlignment aligned = new ArrayAlignment(before, after, hashes);
        boolean[] kept = new boolean[before.items().size()];
        for (int from : aligned.source) {
            if (from >= 0) {
                kept[from] = true;
            }
        }
        List<JsonChange> children = new ArrayList<>();
        int next = 0;
        for (int to = 0; to < aligned.source.length; to++) {
            int from = aligned.source[to];
            if (from >= 0 && !aligned.moved[to]) {
                next = removals(before, kept, next, from, children);
            }
            JsonValue value = after.items().get(to);
            Place place = new Place(null, from, to);
            children.add(
                    from < 0
                            ? added(place, value)
                            : compare(place, before.items().get(from), value, aligned.moved[to]));
        }
        removals(before, kept, next, before.items().size(), children);
        return children;
    }

    private static int removals(JsonArray before, boolean[] kept, int next, int end, List<JsonChange> children) {
        for (int i = next; i < end; i++) {
            if (!kept[i]) {
                children.add(removed(new Place(null, i, -1), before.items().get(i)));
            }
        }
        return Math.max(next, end);
    }

    /// `before` with the change applied: equal to the `after` that the change was made of.
    ///
    /// What did not change is taken from `before`.
    public static JsonValue apply(JsonValue before, JsonChange change) {
        if (change.children().isEmpty()) {
            boolean keeps = change.kind() == Kind.SAME || change.kind() == Kind.MOVED;
            return keeps ? before : Objects.requireNonNull(change.after());
        }
        if (before instanceof JsonArray(List<JsonValue> old)) {
            List<JsonValue> items = new ArrayList<>();
            for (JsonChange child : change.children()) {
                if (child.kind() == Kind.ADDED) {
                    items.add(Objects.requireNonNull(child.after()));
                } else if (child.kind() != Kind.REMOVED) {
                    items.add(apply(old.get(child.beforeIndex()), child));
                }
            }
            return new JsonArray(items);
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (JsonChange child : change.children()) {
            String key = child.token();
            if (child.kind() == Kind.ADDED) {
                members.put(key, Objects.requireNonNull(child.after()));
            } else if (child.kind() != Kind.REMOVED) {
                members.put(key, apply(Objects.requireNonNull(((JsonObject) before).get(key)), child));
            }
        }
        return new JsonObject(members);
    }

    /// The change as rows of a viewer, from the root's children down, all containers that changed open; a change of
    /// the root as a whole is one row with an empty key.
    ///
    /// @param changesOnly whether equal places are left out
    public static List<JsonDiffRow> rows(JsonChange change, boolean changesOnly) {
        List<JsonDiffRow> rows = new ArrayList<>();
        if (change.children().isEmpty()) {
            row(change, JsonPointer.ROOT, 0, changesOnly, rows);
        } else {
            below(change, JsonPointer.ROOT, 0, changesOnly, rows);
        }
        return rows;
    }

    private static void below(
            JsonChange change, JsonPointer pointer, int depth, boolean changesOnly, List<JsonDiffRow> rows) {
        for (JsonChange child : change.children()) {
            row(child, pointer.child(child.token()), depth, changesOnly, rows);
        }
    }

    private static void row(
            JsonChange change, JsonPointer pointer, int depth, boolean changesOnly, List<JsonDiffRow> rows) {
        if (changesOnly && change.kind() == Kind.SAME) {
            return;
        }
        boolean open = !change.children().isEmpty();
        rows.add(new JsonDiffRow(
                pointer, depth, change.token(), change.kind(), change.before(), change.after(), change.counts(), open));
        below(change, pointer, depth + 1, changesOnly, rows);
    }
}
