package dev.threadline.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one value between two JSON trees; the children are what became of its members or items.
///
/// Children stand in the order of `after`, removed ones where they were. Only [Kind#CHANGED] and [Kind#MOVED] have
/// children, and those have all of them, the equal ones as [Kind#SAME] without children. Immutable.
///
/// @param kind what happened
/// @param key the member's name, or null for the root and for items
/// @param beforeIndex the item's index in `before`, or -1
/// @param afterIndex the item's index in `after`, or -1
/// @param before the value before, or null where it is added
/// @param after the value after, or null where it is removed
/// @param children what became of members or items; empty for a scalar
/// @param counts how many places below, this one included where it has no children, became what
public record JsonChange(
        Kind kind,
        @Nullable String key,
        int beforeIndex,
        int afterIndex,
        @Nullable JsonValue before,
        @Nullable JsonValue after,
        List<JsonChange> children,
        Counts counts) {
    /// What can happen to a value.
    public enum Kind {
        /// Equal on both sides.
        SAME,
        /// Only in `after`.
        ADDED,
        /// Only in `before`.
        REMOVED,
        /// The same type, another value; for containers something below changed.
        CHANGED,
        /// Another type.
        TYPE_CHANGED,
        /// An array item that overtook others; with children where it also changed.
        MOVED
    }

    /// How many places became what.
    ///
    /// @param added places only in `after`
    /// @param removed places only in `before`
    /// @param changed places with another value or type
    /// @param moved items that overtook others
    /// @param same members and items that are equal as a whole, each counted once whatever it holds
    public record Counts(int added, int removed, int changed, int moved, int same) {
        /// Nothing counted.
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        /// Both together.
        public Counts plus(Counts other) {
            return new Counts(
                    added + other.added,
                    removed + other.removed,
                    changed + other.changed,
                    moved + other.moved,
                    same + other.same);
        }

        /// Whether nothing differs.
        public boolean equalSides() {
            return added + removed + changed + moved == 0;
        }
    }

    /// The token of this place in a pointer into `after`, or into `before` for what was removed; `""` at the root.
    public String token() {
        if (key != null) {
            return key;
        }
        int index = afterIndex >= 0 ? afterIndex : beforeIndex;
        return index < 0 ? "" : Integer.toString(index);
    }
}
