package dev.threadline.settings;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonNumber;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the window and its panes are laid out.
///
/// @param place where the window stood, or null before it ever closed
/// @param sidebar width of the sidebar in px, 180 to 360
/// @param sidebarShown whether the user wants the sidebar unfolded; null leaves it to the window's width
/// @param timeline the timeline's share of a run tab's height, or 0 while the user has not moved it
/// @param events the event list's share of the width below, or 0 while the user has not moved it
/// @param captures how the captures are sorted: a column's name, with a minus before it where the largest comes first;
///     empty for the newest first
/// @param rest members that this version doesn't know
public record Layout(
        @Nullable WindowPlace place,
        double sidebar,
        @Nullable Boolean sidebarShown,
        double timeline,
        double events,
        String captures,
        JsonObject rest) {
    /// The layout of a first start.
    public static final Layout FIRST = new Layout(null, 232, null, 0, 0, "", Members.NONE);

    private static final List<String> KNOWN =
            List.of("window", "sidebar", "sidebarShown", "timeline", "events", "captures");

    static Layout from(@Nullable JsonValue value) {
        Members members = Members.of(value);
        JsonValue window = members.object().get("window");
        return new Layout(
                window instanceof JsonObject ? WindowPlace.from(window) : null,
                members.number("sidebar", 180, 360, FIRST.sidebar),
                members.object().get("sidebarShown") instanceof JsonBoolean shown ? (Boolean) shown.value() : null,
                share(members, "timeline"),
                share(members, "events"),
                members.text("captures"),
                members.without(KNOWN));
    }

    private static double share(Members members, String name) {
        return members.object().get(name) instanceof JsonNumber ? members.number(name, 0.05, 0.95, 0) : 0;
    }

    /// The same with captures sorted in another order.
    public Layout withCaptures(String order) {
        return new Layout(place, sidebar, sidebarShown, timeline, events, order, rest);
    }

    JsonObject json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (place != null) {
            members.put("window", place.json());
        }
        members.put("sidebar", Members.number(sidebar));
        if (sidebarShown != null) {
            members.put("sidebarShown", new JsonBoolean(sidebarShown));
        }
        if (timeline > 0) {
            members.put("timeline", Members.number(timeline));
        }
        if (events > 0) {
            members.put("events", Members.number(events));
        }
        if (!captures.isEmpty()) {
            members.put("captures", new JsonString(captures));
        }
        return Members.join(members, rest);
    }
}
