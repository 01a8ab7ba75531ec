package dev.threadline.settings;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A deployment that was connected to before: no key and no header value, only where the key came from.
///
/// @param name as the user named it
/// @param address `http` or `https`
/// @param key where its key came from
/// @param used when it was last connected to
/// @param rest members that this version doesn't know
public record KnownDeployment(String name, URI address, KeySource key, Instant used, JsonObject rest) {
    private static final List<String> MEMBERS = List.of("name", "address", "key", "used");

    /// One that was connected to just now.
    public KnownDeployment(String name, URI address, KeySource key, Instant used) {
        this(name, address, key, used, Members.NONE);
    }

    /// Host and port as shown to people, such as `127.0.0.1:2024`.
    public String place() {
        String authority = address.getRawAuthority();
        return authority == null ? address.toString() : authority;
    }

    /// Reads one, or null where it has no address that can be connected to.
    static @Nullable KnownDeployment from(JsonValue value) {
        Members members = Members.of(value);
        try {
            URI address = URI.create(members.text("address"));
            if (address.getScheme() == null || !address.getScheme().startsWith("http") || address.getHost() == null) {
                return null;
            }
            String name = members.text("name");
            return new KnownDeployment(
                    name.isBlank() ? address.getHost() : name,
                    address,
                    KeySource.of(members.text("key")),
                    instant(members.text("used")),
                    members.without(MEMBERS));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    JsonObject json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("name", new JsonString(name));
        members.put("address", new JsonString(address.toString()));
        members.put("key", new JsonString(key.word()));
        members.put("used", new JsonString(used.toString()));
        return Members.join(members, rest);
    }
}
