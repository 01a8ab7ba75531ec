package dev.threadline.form;

import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field for a number, which keeps the literal that was typed.
///
/// What was typed and is no number is sent as that text.
public final class FormNumber extends FormScalar {
    private static final Words WORDS = Words.of(FormNumber.class);
    private final Shape.Numeric shape;

    FormNumber(FieldSpec spec, Shape.Numeric shape, @Nullable FormContainer parent, @Nullable JsonValue baseline) {
        super(spec, parent, baseline);
        this.shape = shape;
    }

    /// Whether the number must be whole.
    public boolean integer() {
        return shape.integer();
    }

    /// What stands in the field: the literal, or what was typed instead; empty where absent or `null`.
    public String text() {
        return switch (value()) {
            case null -> "";
            case JsonValue.JsonNull nothing -> spec().nullable() ? "" : "null";
            case JsonNumber(String literal) -> literal;
            case JsonString(String typed) -> typed;
            case JsonValue other -> Json.write(other);
        };
    }

    /// Takes what was typed; an emptied field is left out, or `null` where that is its default.
    public void type(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            set(spec().emptied());
        } else {
            set(Numbers.isLiteral(trimmed) ? new JsonNumber(trimmed) : new JsonString(text));
        }
    }

    /// Goes a number of steps up or down and stays within the bounds; a field without a number starts at the default.
    public void step(int steps) {
        BigDecimal now = number();
        BigDecimal wanted = now == null ? start() : now.add(stride().multiply(BigDecimal.valueOf(steps)));
        set(new JsonNumber(Numbers.plain(Seeds.nearest(wanted, shape))));
    }

    /// Whether a step in a direction changes anything.
    public boolean canStep(int direction) {
        BigDecimal now = number();
        if (now == null) {
            return true;
        }
        BigDecimal next = Seeds.nearest(now.add(stride().multiply(BigDecimal.valueOf(direction))), shape);
        return next.subtract(now).signum() == direction;
    }

    private BigDecimal start() {
        BigDecimal given =
                spec().defaultValue() instanceof JsonNumber(String literal) ? Numbers.decimal(literal) : null;
        return given == null ? BigDecimal.ZERO : given;
    }

    private BigDecimal stride() {
        Shape.Bounds bounds = shape.bounds();
        if (bounds.step() != null && bounds.step().signum() > 0) {
            return bounds.step();
        }
        boolean narrow = bounds.min() != null
                && bounds.max() != null
                && bounds.max().subtract(bounds.min()).compareTo(BigDecimal.ONE) <= 0;
        return narrow && !shape.integer() ? new BigDecimal("0.1") : BigDecimal.ONE;
    }

    private @Nullable BigDecimal number() {
        return value() instanceof JsonNumber(String literal) ? Numbers.decimal(literal) : null;
    }

    @Override
    boolean fits(JsonValue now) {
        if (!(now instanceof JsonNumber(String literal))) {
            return false;
        }
        BigDecimal exact = Numbers.decimal(literal);
        return !shape.integer() || (exact != null && Numbers.isWhole(exact));
    }

    @Override
    List<Problem> check(JsonValue now) {
        BigDecimal exact = number();
        if (exact == null) {
            return List.of();
        }
        Shape.Bounds bounds = shape.bounds();
        List<Problem> found = new ArrayList<>();
        if (bounds.min() != null && exact.compareTo(bounds.min()) < 0) {
            found.add(objections().minimum(bounds.min()));
        }
        if (bounds.above() != null && exact.compareTo(bounds.above()) <= 0) {
            found.add(objections().above(bounds.above()));
        }
        if (bounds.max() != null && exact.compareTo(bounds.max()) > 0) {
            found.add(objections().maximum(bounds.max()));
        }
        if (bounds.below() != null && exact.compareTo(bounds.below()) >= 0) {
            found.add(objections().below(bounds.below()));
        }
        return found;
    }

    @Override
    Problem misfit() {
        return objections().type(shape.integer() ? WORDS.text("complaint.integer") : WORDS.text("complaint.number"));
    }
}
