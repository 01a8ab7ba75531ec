package dev.threadline.settings;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where a window stood when it was not maximised, in the screen's logical pixels.
///
/// @param x left edge
/// @param y upper edge
/// @param width at least the smallest window's
/// @param height at least the smallest window's
/// @param maximised whether it filled its screen
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {
    private static final double FAR = 100_000;

    /// Whether enough of it to take hold of lies in a rectangle, such as a screen: 120 px of its head.
    public boolean reachableIn(double left, double top, double wide, double high) {
        double across = Math.min(x + width, left + wide) - Math.max(x, left);
        return across >= 120 && y >= top - 8 && y <= top + high - 60;
    }

    static WindowPlace from(JsonValue value) {
        Members members = Members.of(value);
        return new WindowPlace(
                members.number("x", -FAR, FAR, 0),
                members.number("y", -FAR, FAR, 0),
                members.number("width", 200, FAR, 1440),
                members.number("height", 200, FAR, 900),
                members.truth("maximised", false));
    }

    JsonObject json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("x", Members.number(x));
        members.put("y", Members.number(y));
        members.put("width", Members.number(width));
        members.put("height", Members.number(height));
        members.put("maximised", new JsonBoolean(maximised));
        return new JsonObject(members);
    }
}
