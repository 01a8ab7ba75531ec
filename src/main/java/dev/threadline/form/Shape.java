package dev.threadline.form;

import dev.threadline.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What kind of value a place of a schema asks for; decides which field edits it.
///
/// Immutable; safe for any thread.
public sealed interface Shape {
    /// A text.
    ///
    /// @param min the fewest characters, 0 for none
    /// @param max the most characters, or null
    /// @param format the name of a format such as `uri`, or null
    /// @param pattern a regular expression it must match, or null
    record Text(
            int min,
            @Nullable Integer max,
            @Nullable String format,
            @Nullable String pattern) implements Shape {}

    /// A number.
    ///
    /// @param integer whether it must be whole
    /// @param bounds how small and how large it may be
    record Numeric(boolean integer, Bounds bounds) implements Shape {}

    /// True or false.
    record Bool() implements Shape {}

    /// One of a few given values.
    record Choice(List<JsonValue> options) implements Shape {}

    /// An object with known members.
    ///
    /// @param members in the order of the schema
    /// @param others the schema of members it does not name, or null where they are free or forbidden
    record Group(List<FieldSpec> members, @Nullable FieldSpec others) implements Shape {}

    /// An object whose keys are free.
    ///
    /// @param values what each value looks like
    record Keyed(FieldSpec values) implements Shape {}

    /// An array.
    ///
    /// @param first the items with a schema of their own, from the start
    /// @param item what every other item looks like
    /// @param min the fewest items
    /// @param max the most items, or null
    record Many(
            List<FieldSpec> first,
            FieldSpec item,
            int min,
            @Nullable Integer max) implements Shape {
        /// What the item at an index looks like.
        public FieldSpec at(int index) {
            return index < first.size() ? first.get(index) : item;
        }
    }

    /// A list of chat messages.
    record Messages() implements Shape {}

    /// One of several kinds of value.
    record Union(List<FieldSpec> variants) implements Shape {}

    /// Any JSON.
    ///
    /// @param type `object` or `array` where at least that is known, else null
    record Raw(@Nullable String type) implements Shape {}

    /// How small and how large a number may be; null stands for no bound.
    ///
    /// The bounds that merely say "a 64-bit or a safe integer" count as none.
    ///
    /// @param min the smallest allowed
    /// @param above the largest that is too small
    /// @param max the largest allowed
    /// @param below the smallest that is too large
    /// @param step what it must be a multiple of
    record Bounds(
            @Nullable BigDecimal min,
            @Nullable BigDecimal above,
            @Nullable BigDecimal max,
            @Nullable BigDecimal below,
            @Nullable BigDecimal step) {}
}
