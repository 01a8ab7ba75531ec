package dev.threadline.json;

import org.jspecify.annotations.Nullable;

/// One line of a diff as a viewer shows it.
///
/// @param pointer the place, in `after`, or in `before` for what was removed
/// @param depth 0 for the root's members
/// @param key the member's name, or the item's index as text
/// @param kind what happened
/// @param before the value before, or null
/// @param after the value after, or null
/// @param counts what happened at and below this place
/// @param open whether the rows of its children follow
public record JsonDiffRow(
        JsonPointer pointer,
        int depth,
        String key,
        JsonChange.Kind kind,
        @Nullable JsonValue before,
        @Nullable JsonValue after,
        JsonChange.Counts counts,
        boolean open) {}
