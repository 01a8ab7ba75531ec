package dev.threadline.ui.kit;

import dev.threadline.json.JsonChange;
import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a JSON tree: a member, an item, or a run of equal neighbours folded to one line.
///
/// Made by [JsonRows]; JavaFX thread only.
public final class JsonRow {
    private final @Nullable JsonRow parent;
    private final boolean whole;
    private final int depth;
    private final String token;
    private final boolean item;
    private final JsonChange.Kind kind;
    private final @Nullable JsonChange change;
    private final JsonValue value;
    private final List<JsonRow> skipped;
    boolean open;

    private JsonRow(
            @Nullable JsonRow parent,
            boolean whole,
            String token,
            boolean item,
            JsonChange.Kind kind,
            @Nullable JsonChange change,
            JsonValue value,
            List<JsonRow> skipped) {
        this.parent = parent;
        this.whole = whole;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.token = token;
        this.item = item;
        this.kind = kind;
        this.change = change;
        this.value = value;
        this.skipped = skipped;
    }

    /// The only row of a value that has nothing inside.
    static JsonRow whole(JsonValue value, JsonChange.Kind kind) {
        return new JsonRow(null, true, "", false, kind, null, value, List.of());
    }

    /// A member or an item that is equal, new or gone as a whole.
    static JsonRow place(@Nullable JsonRow parent, String token, boolean item, JsonChange.Kind kind, JsonValue value) {
        return new JsonRow(parent, false, token, item, kind, null, value, List.of());
    }

    /// A member or an item of which a change tells.
    static JsonRow changed(@Nullable JsonRow parent, JsonChange change, JsonValue value) {
        return new JsonRow(
                parent, false, change.token(), change.key() == null, change.kind(), change, value, List.of());
    }

    /// A run of equal neighbours.
    static JsonRow run(@Nullable JsonRow parent, List<JsonRow> skipped) {
        return new JsonRow(
                parent, false, "", false, JsonChange.Kind.SAME, null, JsonValue.JsonNull.NULL, List.copyOf(skipped));
    }

    /// The row of the container, or null where that is the root.
    public @Nullable JsonRow parent() {
        return parent;
    }

    /// 0 for the members of the root.
    public int depth() {
        return depth;
    }

    /// Whether it is a value without a name: the root, where that has nothing inside.
    public boolean whole() {
        return whole;
    }

    /// The member's name or the item's index.
    public String token() {
        return token;
    }

    /// Whether it is an item of an array.
    public boolean item() {
        return item;
    }

    /// What became of it.
    public JsonChange.Kind kind() {
        return kind;
    }

    /// The change it shows, or null.
    public @Nullable JsonChange change() {
        return change;
    }

    /// The value it shows: after the change, or before where it is gone.
    public JsonValue value() {
        return value;
    }

    /// The equal neighbours that it stands for; empty for a row that is a place of its own.
    public List<JsonRow> skipped() {
        return skipped;
    }

    /// Whether the rows below it are shown.
    public boolean open() {
        return open;
    }

    /// Whether there is something to open.
    public boolean foldable() {
        return !skipped.isEmpty() || childCount() > 0;
    }

    /// How many members or items its value has.
    public int childCount() {
        return count(value);
    }

    /// Where it stands.
    public JsonPointer pointer() {
        if (whole) {
            return JsonPointer.ROOT;
        }
        List<String> tokens = new ArrayList<>();
        for (JsonRow row = this; row != null; row = row.parent) {
            tokens.add(row.token);
        }
        Collections.reverse(tokens);
        return new JsonPointer(tokens);
    }

    /// Whether it is a difference of its own, not the inside of something added or removed.
    public boolean isChange() {
        return switch (kind) {
            case SAME -> false;
            case CHANGED -> change == null || change.children().isEmpty() || !open;
            case ADDED, REMOVED ->
                parent == null || (parent.kind != kind && parent.kind != JsonChange.Kind.TYPE_CHANGED);
            case TYPE_CHANGED, MOVED -> true;
        };
    }

    static int count(@Nullable JsonValue value) {
        return switch (value) {
            case JsonObject object -> object.members().size();
            case JsonArray array -> array.items().size();
            case null, default -> 0;
        };
    }
}
