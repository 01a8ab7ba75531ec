package dev.threadline.form;

import dev.threadline.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// What the schema says about one field: its name, its words, its default and its shape.
///
/// The shape is read when it is first asked for, so that a schema may contain itself. Immutable to its users; safe for
/// any thread.
public final class FieldSpec {
    private final String label;
    private final SchemaNode node;
    private final boolean required;
    private volatile @Nullable Shape shape;

    FieldSpec(String label, SchemaNode node, boolean required) {
        this.label = label;
        this.node = node;
        this.required = required;
    }

    /// The key of the field, as on the wire; empty for the whole value.
    public String label() {
        return label;
    }

    /// The schema's title, or null.
    public @Nullable String title() {
        return node.text("title");
    }

    /// The schema's description, or null.
    public @Nullable String description() {
        return node.text("description");
    }

    /// The schema's first example, or null.
    public @Nullable JsonValue example() {
        var examples = node.list("examples");
        return examples.isEmpty() ? null : examples.getFirst();
    }

    /// The default, or null where there is none (a default of `null` is `JsonNull`).
    public @Nullable JsonValue defaultValue() {
        return node.get("default");
    }

    /// Whether the value may be `null`.
    public boolean nullable() {
        return node.nullable();
    }

    /// Whether the field may be left out: the schema does not require it, or it has a default.
    ///
    /// JS servers list fields with a default as required (reference, section 2.2).
    public boolean optional() {
        return !required || defaultValue() != null;
    }

    /// The kind of value asked for.
    public Shape shape() {
        Shape known = shape;
        if (known == null) {
            known = ShapeReader.read(node);
            shape = known;
        }
        return known;
    }

    /// One line on what is asked for: `integer, 3 to 60`.
    public String hint() {
        return Hints.line(this);
    }

    /// The value a fresh form holds: the default, else nothing where the field is optional, else the plainest value.
    public @Nullable JsonValue initial() {
        JsonValue given = defaultValue();
        return given != null || !required ? given : Seeds.of(this);
    }

    /// The value of an emptied field: null where it is left out, or `JsonNull`.
    @Nullable
    JsonValue emptied() {
        JsonValue given = defaultValue();
        return given == JsonValue.JsonNull.NULL || (required && given == null && nullable())
                ? JsonValue.JsonNull.NULL
                : null;
    }

    FieldSpec named(String name) {
        return new FieldSpec(name, node, true);
    }

    SchemaNode node() {
        return node;
    }
}
