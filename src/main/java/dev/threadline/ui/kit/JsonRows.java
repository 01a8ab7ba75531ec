package dev.threadline.ui.kit;

import dev.threadline.json.JsonChange;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of a JSON value or of the difference of two, as far as they are open; which ones are is remembered by path.
///
/// JavaFX thread only.
public final class JsonRows {
    /// Equal neighbours in a changed array from which on they fold to one row.
    static final int LONG_RUN = 20;

    private final List<JsonRow> rows = new ArrayList<>();
    private final Map<String, Boolean> choices = new HashMap<>();
    private boolean diff;
    private boolean changesOnly;

    /// Shows a value.
    public void show(JsonValue value) {
        diff = false;
        changesOnly = false;
        rows.clear();
        addAll(inside(null, value, JsonChange.Kind.SAME), rows);
        if (rows.isEmpty()) {
            rows.add(JsonRow.whole(value, JsonChange.Kind.SAME));
        }
    }

    /// Shows a difference.
    ///
    /// @param onlyChanges whether equal places fold to one row that tells how many there are
    public void show(JsonChange change, boolean onlyChanges) {
        diff = true;
        changesOnly = onlyChanges;
        rows.clear();
        addAll(inside(null, change), rows);
        if (rows.isEmpty() && JsonRow.count(shown(change)) == 0) {
            rows.add(JsonRow.whole(shown(change), change.kind()));
        }
    }

    /// Shows nothing.
    public void clear() {
        rows.clear();
    }

    /// Whether it shows a difference.
    public boolean isDiff() {
        return diff;
    }

    /// How many rows there are.
    public int size() {
        return rows.size();
    }

    /// A row.
    public JsonRow get(int index) {
        return rows.get(index);
    }

    /// Opens or closes a row and remembers that.
    public void setOpen(int index, boolean open) {
        JsonRow row = rows.get(index);
        if (row.open == open || !row.foldable()) {
            return;
        }
        row.open = open;
        if (row.skipped().isEmpty()) {
            choices.put(row.pointer().toString(), open);
        }
        if (open) {
            List<JsonRow> more = new ArrayList<>();
            addAll(below(row), more);
            rows.addAll(index + 1, more);
        } else {
            rows.subList(index + 1, end(index)).clear();
        }
    }

    /// The row of the container of a row, or -1 at the top.
    public int parent(int index) {
        JsonRow parent = rows.get(index).parent();
        for (int i = index - 1; i >= 0 && parent != null; i--) {
            if (rows.get(i) == parent) {
                return i;
            }
        }
        return -1;
    }

    /// The row of a place, or of the nearest place above it that is shown; -1 where there is none.
    public int indexOf(JsonPointer pointer) {
        int found = -1;
        int depth = 0;
        for (int i = 0; i < rows.size() && depth < pointer.tokens().size(); i++) {
            JsonRow row = rows.get(i);
            if (row.depth() < depth) {
                break;
            }
            if (row.depth() == depth
                    && row.skipped().isEmpty()
                    && row.token().equals(pointer.tokens().get(depth))) {
                found = i;
                depth++;
            }
        }
        return found;
    }

    /// The next difference from a row on, in one direction; -1 where there is none.
    ///
    /// @param step 1 or -1
    public int change(int from, int step) {
        for (int i = from + step; i >= 0 && i < rows.size(); i += step) {
            if (rows.get(i).isChange()) {
                return i;
            }
        }
        return -1;
    }

    private int end(int index) {
        JsonRow row = rows.get(index);
        if (!row.skipped().isEmpty()) {
            JsonRow last = row.skipped().getLast();
            int at = index + 1;
            while (rows.get(at) != last) {
                at++;
            }
            return end(at);
        }
        int at = index + 1;
        while (at < rows.size() && rows.get(at).depth() > row.depth()) {
            at++;
        }
        return at;
    }

    private void addAll(List<JsonRow> from, List<JsonRow> to) {
        for (JsonRow row : from) {
            to.add(row);
            if (!row.skipped().isEmpty() || !row.foldable()) {
                continue;
            }
            Boolean choice =
                    choices.isEmpty() ? null : choices.get(row.pointer().toString());
            row.open = choice != null ? choice : opens(row);
            if (row.open) {
                addAll(below(row), to);
            }
        }
    }

    private boolean opens(JsonRow row) {
        JsonChange change = row.change();
        if (change != null && !change.children().isEmpty()) {
            return !change.counts().equalSides();
        }
        if (!diff) {
            return row.depth() == 0 ? row.childCount() <= 20 : row.depth() < 3 && row.childCount() <= 8;
        }
        boolean fresh = row.kind() == JsonChange.Kind.ADDED || row.kind() == JsonChange.Kind.REMOVED;
        return fresh && row.depth() < 3 && row.childCount() <= 12;
    }

    private List<JsonRow> below(JsonRow row) {
        if (!row.skipped().isEmpty()) {
            return row.skipped();
        }
        JsonChange change = row.change();
        if (change != null && !change.children().isEmpty()) {
            return inside(row, change);
        }
        return inside(row, row.value(), inherited(row.kind()));
    }

    private static JsonChange.Kind inherited(JsonChange.Kind kind) {
        return switch (kind) {
            case ADDED, TYPE_CHANGED -> JsonChange.Kind.ADDED;
            case REMOVED -> JsonChange.Kind.REMOVED;
            case SAME, CHANGED, MOVED -> JsonChange.Kind.SAME;
        };
    }

    private static List<JsonRow> inside(@Nullable JsonRow parent, JsonValue value, JsonChange.Kind kind) {
        List<JsonRow> made = new ArrayList<>(JsonRow.count(value));
        switch (value) {
            case JsonObject object ->
                object.members().forEach((name, member) -> made.add(JsonRow.place(parent, name, false, kind, member)));
            case JsonArray array -> {
                for (JsonValue item : array.items()) {
                    made.add(JsonRow.place(parent, Integer.toString(made.size()), true, kind, item));
                }
            }
            default -> {
                // A scalar has nothing inside.
            }
        }
        return made;
    }

    private List<JsonRow> inside(@Nullable JsonRow parent, JsonChange change) {
        JsonValue shown = shown(change);
        if (change.children().isEmpty()) {
            return inside(parent, shown, inherited(change.kind()));
        }
        boolean array = shown instanceof JsonArray;
        int shortest = changesOnly ? 1 : array ? LONG_RUN + 1 : Integer.MAX_VALUE;
        List<JsonRow> made = new ArrayList<>();
        List<JsonRow> equal = new ArrayList<>();
        for (JsonChange child : change.children()) {
            JsonRow row = JsonRow.changed(parent, child, shown(child));
            if (child.kind() == JsonChange.Kind.SAME) {
                equal.add(row);
            } else {
                flush(parent, equal, shortest, made);
                made.add(row);
            }
        }
        flush(parent, equal, shortest, made);
        return made;
    }

    private static void flush(@Nullable JsonRow parent, List<JsonRow> equal, int shortest, List<JsonRow> to) {
        if (equal.size() >= shortest) {
            to.add(JsonRow.run(parent, equal));
        } else {
            to.addAll(equal);
        }
        equal.clear();
    }

    private static JsonValue shown(JsonChange change) {
        JsonValue after = change.after();
        JsonValue before = change.before();
        return after != null ? after : before != null ? before : JsonValue.JsonNull.NULL;
    }
}
