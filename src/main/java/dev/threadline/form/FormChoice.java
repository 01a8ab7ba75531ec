package dev.threadline.form;

import dev.threadline.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field for one of a few given values, which can be any JSON.
public final class FormChoice extends FormScalar {
    private final List<JsonValue> options;

    FormChoice(FieldSpec spec, Shape.Choice shape, @Nullable FormContainer parent, @Nullable JsonValue baseline) {
        super(spec, parent, baseline);
        this.options = shape.options();
    }

    /// The names of the options, in the order of the schema: texts bare, other values as JSON.
    public List<String> options() {
        return options.stream().map(Hints::word).toList();
    }

    /// The index of the chosen option, or -1 where none is chosen.
    public int chosen() {
        JsonValue now = value();
        return now == null ? -1 : options.indexOf(now);
    }

    /// Chooses an option; a negative index takes the field out, or sets `null` where that is its default.
    public void choose(int index) {
        set(index < 0 ? spec().emptied() : options.get(index));
    }

    @Override
    boolean fits(JsonValue now) {
        return options.contains(now);
    }

    @Override
    List<Problem> check(JsonValue now) {
        return List.of();
    }

    @Override
    Problem misfit() {
        return objections().options(options);
    }
}
