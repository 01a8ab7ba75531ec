package dev.threadline.form;

import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A field for a text.
public final class FormText extends FormScalar {
    private static final Words WORDS = Words.of(FormText.class);
    private static final int SHORT = 200;

    private final Shape.Text shape;

    FormText(FieldSpec spec, Shape.Text shape, @Nullable FormContainer parent, @Nullable JsonValue baseline) {
        super(spec, parent, baseline);
        this.shape = shape;
    }

    /// What stands in the text field: the text, or the JSON of a value that is none; empty where absent or `null`.
    public String text() {
        return switch (value()) {
            case null -> "";
            case JsonValue.JsonNull nothing -> spec().nullable() ? "" : "null";
            case JsonString(String text) -> text;
            case JsonValue other -> Json.write(other);
        };
    }

    /// Takes what was typed; an emptied optional field is left out, or `null` where that is its default.
    public void type(String text) {
        boolean none = text.isEmpty() && (spec().optional() || spec().nullable());
        boolean emptyDefault = spec().defaultValue() instanceof JsonString;
        set(none && !emptyDefault ? spec().emptied() : new JsonString(text));
    }

    /// Whether the text wants several lines: it has some, or it may grow long.
    public boolean multiline() {
        Integer max = shape.max();
        return text().indexOf('\n') >= 0 || (shape.format() == null && (max == null || max > SHORT));
    }

    /// The length of the text in characters as the schema counts them (code points).
    public int length() {
        String text = text();
        return text.codePointCount(0, text.length());
    }

    /// The most characters allowed.
    public OptionalInt limit() {
        Integer max = shape.max();
        return max == null ? OptionalInt.empty() : OptionalInt.of(max);
    }

    @Override
    boolean fits(JsonValue now) {
        return now instanceof JsonString;
    }

    @Override
    List<Problem> check(JsonValue now) {
        List<Problem> found = new ArrayList<>();
        Integer max = shape.max();
        if (length() < shape.min()) {
            found.add(objections().shortest(shape.min()));
        }
        if (max != null && length() > max) {
            found.add(objections().longest(max));
        }
        return found;
    }

    @Override
    Problem misfit() {
        return objections().type(WORDS.text("complaint.text"));
    }
}
