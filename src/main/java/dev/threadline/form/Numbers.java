package dev.threadline.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads number literals without rounding and without ever unfolding a huge exponent.
final class Numbers {
    private static final Pattern LITERAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /// The largest exponent that is worked with exactly.
    private static final int EXPONENT = 10_000;

    private Numbers() {}

    /// Whether a text is a JSON number.
    static boolean isLiteral(String text) {
        return LITERAL.matcher(text).matches();
    }

    /// The exact value, or null where the text is no number or its exponent is too large to work with.
    static @Nullable BigDecimal decimal(String literal) {
        if (!isLiteral(literal)) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(literal);
            return Math.abs((long) value.scale()) > EXPONENT ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// Whether the value has no fraction; `30.0` is whole.
    static boolean isWhole(BigDecimal value) {
        return value.signum() == 0
                || value.scale() <= 0
                || value.stripTrailingZeros().scale() <= 0;
    }

    /// The shortest plain literal: `3`, `0.5`.
    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /// The nearest whole number on the far side of a bound.
    static BigDecimal whole(BigDecimal value, RoundingMode side) {
        return value.setScale(0, side);
    }
}
