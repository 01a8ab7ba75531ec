package dev.threadline.form;

import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One place of a form: what the schema says there and the value that stands there now.
///
/// A field holds any JSON value, also one that does not fit its kind: a form never loses what was typed. A value of
/// null means that the field is absent and left out of the JSON. Not safe for threads: a form belongs to one.
public abstract sealed class FormField permits FormScalar, FormContainer {
    private final FieldSpec spec;
    private final @Nullable FormContainer parent;
    private final @Nullable JsonValue baseline;
    private Runnable onChange = () -> {};

    FormField(FieldSpec spec, @Nullable FormContainer parent, @Nullable JsonValue baseline) {
        this.spec = spec;
        this.parent = parent;
        this.baseline = baseline;
    }

    /// What the schema says about this field.
    public final FieldSpec spec() {
        return spec;
    }

    /// The field this one is part of, or null for the whole form.
    public final @Nullable FormContainer parent() {
        return parent;
    }

    /// The key or index under which the value stands in its parent; empty for the whole form.
    public final String key() {
        return parent == null ? "" : parent.keyOf(this);
    }

    /// Where the value stands in the whole.
    public final JsonPointer pointer() {
        return parent == null ? JsonPointer.ROOT : parent.place(this);
    }

    /// The value, or null where the field is absent.
    public abstract @Nullable JsonValue value();

    /// Whether the field is part of the JSON.
    public final boolean present() {
        return value() != null;
    }

    /// Replaces the value by typed JSON; null takes the field out.
    public final void set(@Nullable JsonValue value) {
        load(value);
        touched();
    }

    /// Whether the value differs from that of a fresh form.
    public final boolean changed() {
        return !Objects.equals(value(), baseline);
    }

    /// Puts back the value of a fresh form.
    public final void reset() {
        set(baseline);
    }

    /// The value of a fresh form, or null where it is absent there.
    public final @Nullable JsonValue baseline() {
        return baseline;
    }

    /// What the field itself holds against its value, found at once; the fields below it are not asked.
    public abstract List<Problem> checks();

    /// Whether the value is of the kind the field edits; an absent one is.
    public abstract boolean fits();

    /// Takes the value over without telling anyone.
    abstract void load(@Nullable JsonValue value);

    /// Tells the parents, and at the root whoever listens.
    void touched() {
        if (parent == null) {
            onChange.run();
        } else {
            parent.touched();
        }
    }

    final void onChange(Runnable listener) {
        onChange = listener;
    }

    final Objections objections() {
        return new Objections(pointer(), value());
    }

    final List<Problem> missing() {
        return value() == null && !spec.optional() ? List.of(objections().required()) : List.of();
    }

    /// A field for a spec, holding a value.
    static FormField create(
            FieldSpec spec, @Nullable FormContainer parent, @Nullable JsonValue baseline, @Nullable JsonValue value) {
        FormField field = switch (spec.shape()) {
            case Shape.Text shape -> new FormText(spec, shape, parent, baseline);
            case Shape.Numeric shape -> new FormNumber(spec, shape, parent, baseline);
            case Shape.Bool shape -> new FormBoolean(spec, parent, baseline);
            case Shape.Choice shape -> new FormChoice(spec, shape, parent, baseline);
            case Shape.Group shape -> new FormObject(spec, shape, parent, baseline);
            case Shape.Keyed shape -> new FormMap(spec, shape, parent, baseline);
            case Shape.Many shape -> new FormList(spec, shape, parent, baseline);
            case Shape.Messages shape -> new FormMessages(spec, parent, baseline);
            case Shape.Union shape -> new FormUnion(spec, shape, parent, baseline);
            case Shape.Raw shape -> new FormRaw(spec, shape, parent, baseline);
        };
        field.load(value);
        return field;
    }
}
