package dev.threadline.form;

import dev.threadline.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field whose value is edited as one.
public abstract sealed class FormScalar extends FormField
        permits FormText, FormNumber, FormBoolean, FormChoice, FormRaw, FormMessage {
    private @Nullable JsonValue value;

    FormScalar(FieldSpec spec, @Nullable FormContainer parent, @Nullable JsonValue baseline) {
        super(spec, parent, baseline);
    }

    @Override
    public final @Nullable JsonValue value() {
        return value;
    }

    @Override
    void load(@Nullable JsonValue newValue) {
        value = newValue;
    }

    @Override
    public final boolean fits() {
        JsonValue now = value;
        return now == null || (now == JsonValue.JsonNull.NULL && spec().nullable()) || fits(now);
    }

    @Override
    public List<Problem> checks() {
        JsonValue now = value;
        if (now == null) {
            return missing();
        }
        if (now == JsonValue.JsonNull.NULL && spec().nullable()) {
            return List.of();
        }
        return fits(now) ? check(now) : List.of(misfit());
    }

    /// Whether a value is of the kind this field edits.
    abstract boolean fits(JsonValue now);

    /// The problems of a value that fits.
    abstract List<Problem> check(JsonValue now);

    /// The problem of a value that does not fit.
    abstract Problem misfit();
}
