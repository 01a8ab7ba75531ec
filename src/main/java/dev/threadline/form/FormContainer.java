package dev.threadline.form;

import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field made of other fields.
///
/// It is *open* while its value is of its kind and shown as fields; else it is absent, `null`, or holds JSON of another
/// kind, which stays until the field is opened.
public abstract sealed class FormContainer extends FormField
        permits FormObject, FormMap, FormList, FormMessages, FormUnion {
    private boolean open;
    private @Nullable JsonValue other;
    private @Nullable JsonValue built;

    FormContainer(FieldSpec spec, @Nullable FormContainer parent, @Nullable JsonValue baseline) {
        super(spec, parent, baseline);
    }

    /// The fields below this one, in the order of the JSON; none while it is not open.
    public abstract List<FormField> children();

    /// Whether the value is shown as fields.
    public final boolean open() {
        return open;
    }

    /// Whether the value can be taken out, so that a switch makes sense.
    public final boolean switchable() {
        return spec().optional() || spec().nullable();
    }

    /// Opens the field with what it held before or the plainest value, or takes the value out.
    public final void turn(boolean on) {
        if (on && !open) {
            set(hasOld() ? old() : Seeds.ofShape(spec()));
        } else if (!on) {
            JsonValue empty = spec().emptied();
            JsonValue nothing = empty == null && !spec().optional() ? JsonValue.JsonNull.NULL : empty;
            set(nothing);
        }
    }

    @Override
    public final @Nullable JsonValue value() {
        if (!open) {
            return other;
        }
        JsonValue now = built;
        if (now == null) {
            now = build();
            built = now;
        }
        return now;
    }

    @Override
    public final boolean fits() {
        return open || other == null || (other == JsonValue.JsonNull.NULL && spec().nullable());
    }

    @Override
    public final List<Problem> checks() {
        if (open) {
            return check();
        }
        return other == null
                ? missing()
                : fits() ? List.of() : List.of(objections().type(kind()));
    }

    @Override
    final void load(@Nullable JsonValue value) {
        built = null;
        open = value != null && take(value);
        other = open ? null : value;
    }

    @Override
    void touched() {
        built = null;
        super.touched();
    }

    /// Whether fields from before the value was taken out are still there.
    abstract boolean hasOld();

    /// The value of the fields from before.
    final JsonValue old() {
        return build();
    }

    /// Fills the fields from a value; false where it is of another kind.
    abstract boolean take(JsonValue value);

    /// The value of the fields.
    abstract JsonValue build();

    /// The problems of this container itself.
    abstract List<Problem> check();

    /// What the schema asks for, in words: `an object`.
    abstract String kind();

    /// The key or index of a child.
    abstract String keyOf(FormField child);

    /// Where a child stands in the whole.
    JsonPointer place(FormField child) {
        return pointer().child(keyOf(child));
    }
}
