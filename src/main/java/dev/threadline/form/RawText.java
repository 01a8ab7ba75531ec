package dev.threadline.form;

import dev.threadline.json.Json;
import dev.threadline.json.JsonFailure;
import dev.threadline.json.JsonValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// JSON text under the user's hands: the text as typed, and what is wrong with it while it is no JSON.
final class RawText {
    private @Nullable String typed;
    private @Nullable JsonValue meant;
    private @Nullable TextProblem problem;

    /// The text as typed while it still means the value, else the value written out; empty for an absent one.
    String of(@Nullable JsonValue value) {
        String text = typed;
        if (text != null && (problem != null || Objects.equals(meant, value))) {
            return text;
        }
        return value == null ? "" : Json.pretty(value);
    }

    /// Takes what was typed; true where it is JSON, then the value is `meant`.
    boolean type(String text) {
        typed = text;
        problem = null;
        try {
            meant = text.isBlank() ? null : Json.parse(text);
            return true;
        } catch (JsonFailure e) {
            problem = TextProblem.of(e);
            return false;
        }
    }

    /// The value the typed text means; null for a blank one.
    @Nullable
    JsonValue meant() {
        return meant;
    }

    /// Why the text is no JSON, or null.
    @Nullable
    TextProblem problem() {
        return problem;
    }

    /// Forgets the typed text.
    void clear() {
        typed = null;
        problem = null;
    }
}
