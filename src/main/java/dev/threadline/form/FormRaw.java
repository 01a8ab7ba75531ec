package dev.threadline.form;

import dev.threadline.json.JsonValue;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field for any JSON, edited as text.
///
/// While the text is no JSON, the last value that was stays the field's value.
public final class FormRaw extends FormScalar {
    private static final Words WORDS = Words.of(FormRaw.class);
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
            String kept =
                    value() == null ? WORDS.text("raw.left-out", wrong.text()) : WORDS.text("raw.kept", wrong.text());
            found.add(Problem.plain(pointer(), "json", kept, WORDS.text("raw.mark")));
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
        return objections()
                .type("array".equals(shape.type()) ? WORDS.text("complaint.list") : WORDS.text("complaint.object"));
    }
}
