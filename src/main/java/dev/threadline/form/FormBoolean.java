package dev.threadline.form;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field for true or false.
public final class FormBoolean extends FormScalar {
    private static final Words WORDS = Words.of(FormBoolean.class);

    FormBoolean(FieldSpec spec, @Nullable FormContainer parent, @Nullable JsonValue baseline) {
        super(spec, parent, baseline);
    }

    /// Whether the value is true.
    public boolean on() {
        return value() instanceof JsonBoolean(boolean flag) && flag;
    }

    /// Sets true or false.
    public void turn(boolean on) {
        set(new JsonBoolean(on));
    }

    @Override
    boolean fits(JsonValue now) {
        return now instanceof JsonBoolean;
    }

    @Override
    List<Problem> check(JsonValue now) {
        return List.of();
    }

    @Override
    Problem misfit() {
        return objections().type(WORDS.text("complaint.boolean"));
    }
}
