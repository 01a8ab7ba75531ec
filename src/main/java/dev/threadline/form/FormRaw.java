package dev.threadline.form;

import dev.threadline.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field for any JSON, edited as text.
///
/// While the text is no JSON, the last value that was stays the field's value.
public final class FormRaw extends FormScalar {
    private final Shape.Raw shape;
    private final RawText raw = new RawText();

    FormRaw(FieldSpec spec, Shape.Raw shape, @Nullable FormContainer parent, @Nullable JsonValue baseline) {
        super(spec, parent, baseline);
        this.shape = shape;
    }

    /// The JSON text as typed, or the value written out; empty where absent.
    public String text() {
        return raw.of(value());
    }

    /// Takes what was typed; a blank text takes the field out.
    public void type(String text) {
        if (raw.type(text)) {
            super.load(raw.meant());
        }
        touched();
    }

    /// Why the text is not JSON, or null where it is.
    public @Nullable TextProblem textProblem() {
        return raw.problem();
    }

    @Override
    void load(@Nullable JsonValue newValue) {
        raw.clear();
        super.load(newValue);
    }

    @Override
    public List<Problem> checks() {
        TextProblem wrong = raw.problem();
        List<Problem> found = new ArrayList<>(super.checks());
        if (wrong != null) {
            String kept = value() == null ? " It is left out." : " The last value that was JSON is sent.";
            found.add(Problem.plain(pointer(), "json", wrong.text() + kept, "not JSON"));
        }
        return found;
    }

    @Override
    boolean fits(JsonValue now) {
        return switch (shape.type()) {
            case "object" -> now instanceof JsonValue.JsonObject;
            case "array" -> now instanceof JsonValue.JsonArray;
            case null, default -> true;
        };
    }

    @Override
    List<Problem> check(JsonValue now) {
        return List.of();
    }

    @Override
    Problem misfit() {
        return objections().type("array".equals(shape.type()) ? "a list" : "an object");
    }
}
