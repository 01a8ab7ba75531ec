package dev.threadline.settings;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the user chose and what the window remembers; immutable.
///
/// @param appearance which colours
/// @param fontSize size of the interface's text in px, 11 to 16; all text scales with it
/// @param still whether nothing on screen glides: motion is reduced
/// @param captures where captures are kept, or null for the platform's folder
/// @param capturesLimit bytes that captures may take before the window asks which may go, 0 for no limit
/// @param layout window and panes
/// @param deployments those connected to before, the last used first
/// @param tourSeen whether the tour was done, skipped or waved away
/// @param rest members that this version doesn't know: they are written back as they were read
public record Settings(
        Appearance appearance,
        int fontSize,
        boolean still,
        @Nullable Path captures,
        long capturesLimit,
        Layout layout,
        List<KnownDeployment> deployments,
        boolean tourSeen,
        JsonObject rest) {
    /// The format of the file; a higher one belongs to a newer Threadline.
    static final int VERSION = 1;

    /// The smallest text.
    public static final int LEAST_FONT = 11;

    /// The largest text.
    public static final int MOST_FONT = 16;

    /// The text's size unless the user says otherwise.
    public static final int FONT = 12;

    /// The settings of a first start.
    public static final Settings FIRST =
            new Settings(Appearance.SYSTEM, FONT, false, null, 0, Layout.FIRST, List.of(), false, Members.NONE);

    private static final int MOST_DEPLOYMENTS = 20;
    private static final double MOST_BYTES = 1e15;
    private static final List<String> KNOWN = List.of(
            "version",
            "appearance",
            "fontSize",
            "reducedMotion",
            "captures",
            "capturesLimit",
            "layout",
            "deployments",
            "tourSeen");

    /// Keeps the font size within its bounds, and the newest deployments.
    public Settings {
        fontSize = Math.clamp(fontSize, LEAST_FONT, MOST_FONT);
        deployments = deployments.stream().limit(MOST_DEPLOYMENTS).toList();
    }

    /// The same with other colours.
    public Settings withAppearance(Appearance other) {
        return new Settings(other, fontSize, still, captures, capturesLimit, layout, deployments, tourSeen, rest);
    }

    /// The same with larger or smaller text.
    public Settings withFontSize(int size) {
        return new Settings(appearance, size, still, captures, capturesLimit, layout, deployments, tourSeen, rest);
    }

    /// The same with motion reduced, or as the look has it.
    public Settings withStill(boolean reduced) {
        return new Settings(
                appearance, fontSize, reduced, captures, capturesLimit, layout, deployments, tourSeen, rest);
    }

    /// The same with captures kept elsewhere; null for the platform's folder.
    public Settings withCaptures(@Nullable Path folder) {
        return new Settings(appearance, fontSize, still, folder, capturesLimit, layout, deployments, tourSeen, rest);
    }

    /// The same with another limit for captures, in bytes; 0 for none.
    public Settings withCapturesLimit(long bytes) {
        return new Settings(appearance, fontSize, still, captures, bytes, layout, deployments, tourSeen, rest);
    }

    /// The same with another layout.
    public Settings withLayout(Layout other) {
        return new Settings(appearance, fontSize, still, captures, capturesLimit, other, deployments, tourSeen, rest);
    }

    /// The same with the tour seen, or to be offered again.
    public Settings withTourSeen(boolean seen) {
        return new Settings(appearance, fontSize, still, captures, capturesLimit, layout, deployments, seen, rest);
    }

    /// The same with a deployment as the last used, in the place of the one with its address.
    public Settings with(KnownDeployment used) {
        List<KnownDeployment> all = new ArrayList<>(without(used.address()).deployments);
        JsonObject kept = deployments.stream()
                .filter(old -> old.address().equals(used.address()))
                .map(KnownDeployment::rest)
                .findFirst()
                .orElse(used.rest());
        all.addFirst(new KnownDeployment(used.name(), used.address(), used.key(), used.used(), kept));
        return new Settings(appearance, fontSize, still, captures, capturesLimit, layout, all, tourSeen, rest);
    }

    /// The same without the deployment at an address.
    public Settings without(URI address) {
        return new Settings(
                appearance,
                fontSize,
                still,
                captures,
                capturesLimit,
                layout,
                deployments.stream()
                        .filter(each -> !each.address().equals(address))
                        .toList(),
                tourSeen,
                rest);
    }

    static Settings from(JsonObject object) {
        Members members = new Members(object);
        return new Settings(
                Appearance.of(members.text("appearance")),
                (int) members.number("fontSize", LEAST_FONT, MOST_FONT, FONT),
                members.truth("reducedMotion", false),
                path(members.text("captures")),
                (long) members.number("capturesLimit", 0, MOST_BYTES, 0),
                Layout.from(object.get("layout")),
                deployments(object.get("deployments")),
                members.truth("tourSeen", false),
                members.without(KNOWN));
    }

    private static @Nullable Path path(String text) {
        try {
            return text.isBlank() || !Path.of(text).isAbsolute() ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static List<KnownDeployment> deployments(@Nullable JsonValue value) {
        return value instanceof JsonArray array
                ? array.items().stream()
                        .map(KnownDeployment::from)
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
    }

    JsonObject json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("version", Members.number(VERSION));
        members.put("appearance", new JsonString(appearance.word()));
        members.put("fontSize", Members.number(fontSize));
        members.put("reducedMotion", new JsonBoolean(still));
        if (captures != null) {
            members.put("captures", new JsonString(captures.toString()));
        }
        if (capturesLimit > 0) {
            members.put("capturesLimit", Members.number((double) capturesLimit));
        }
        members.put("layout", layout.json());
        List<JsonValue> known = new ArrayList<>();
        deployments.forEach(each -> known.add(each.json()));
        members.put("deployments", new JsonArray(known));
        members.put("tourSeen", new JsonBoolean(tourSeen));
        return Members.join(members, rest);
    }
}
