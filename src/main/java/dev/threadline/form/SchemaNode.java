package dev.threadline.form;

import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonBoolean;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One place of a JSON Schema with its references followed, its `allOf` merged and its `null` set aside.
///
/// A reference that leads nowhere, out of the document or back to itself leaves its keywords away, so that
/// everything is allowed there. Immutable; safe for any thread.
///
/// @param root the whole schema, which references point into
/// @param keywords what holds at this place
/// @param nullable whether `null` is allowed beside what the keywords say
record SchemaNode(JsonValue root, JsonObject keywords, boolean nullable) {
    private static final JsonObject NOTHING = new JsonObject(Map.of());
    private static final List<String> ALTERNATIVES = List.of("anyOf", "oneOf");

    /// The node of a whole schema; a missing schema allows everything.
    static SchemaNode ofRoot(@Nullable JsonValue schema) {
        JsonValue root = schema == null ? NOTHING : schema;
        return of(root, root);
    }

    private static SchemaNode of(JsonValue root, JsonValue schema) {
        JsonObject merged = merge(root, schema, new HashSet<>());
        SchemaNode node = new SchemaNode(root, merged, isTrue(merged.get("nullable")));
        return node.withoutNullType().withoutNullAlternative();
    }

    /// The node of a schema that stands inside this one.
    SchemaNode below(JsonValue schema) {
        return of(root, schema);
    }

    /// The value of a keyword, or null.
    @Nullable
    JsonValue get(String keyword) {
        return keywords.get(keyword);
    }

    /// The text of a keyword, or null where it has none.
    @Nullable
    String text(String keyword) {
        return get(keyword) instanceof JsonString string ? string.value() : null;
    }

    /// The schemas of an array keyword such as `anyOf`, or an empty list.
    List<JsonValue> list(String keyword) {
        return get(keyword) instanceof JsonArray array ? array.items() : List.of();
    }

    /// The members of an object keyword such as `properties`, or an empty map.
    Map<String, JsonValue> map(String keyword) {
        return get(keyword) instanceof JsonObject object ? object.members() : Map.of();
    }

    /// The alternatives of `anyOf` or `oneOf` without `null`, or an empty list.
    List<JsonValue> alternatives() {
        return ALTERNATIVES.stream().flatMap(keyword -> list(keyword).stream()).toList();
    }

    /// This node with one keyword set.
    SchemaNode with(String keyword, JsonValue value) {
        Map<String, JsonValue> changed = new LinkedHashMap<>(keywords.members());
        changed.put(keyword, value);
        return new SchemaNode(root, new JsonObject(changed), nullable);
    }

    private SchemaNode without(List<String> names, boolean nowNullable) {
        Map<String, JsonValue> changed = new LinkedHashMap<>(keywords.members());
        names.forEach(changed::remove);
        return new SchemaNode(root, new JsonObject(changed), nowNullable);
    }

    private SchemaNode withoutNullType() {
        List<JsonValue> types = list("type");
        List<JsonValue> left = types.stream().filter(type -> !isNull(type)).toList();
        if (types.isEmpty() || left.isEmpty()) {
            return this;
        }
        JsonValue type = left.size() == 1 ? left.getFirst() : new JsonArray(left);
        return new SchemaNode(root, keywords, nullable || left.size() < types.size()).with("type", type);
    }

    private SchemaNode withoutNullAlternative() {
        List<JsonValue> all = alternatives();
        List<JsonValue> left =
                all.stream().filter(each -> !allowsOnlyNull(each)).toList();
        if (all.isEmpty() || left.isEmpty() || (left.size() == all.size() && left.size() > 1)) {
            return this;
        }
        SchemaNode rest = without(ALTERNATIVES, nullable || left.size() < all.size());
        if (left.size() > 1) {
            return rest.with("anyOf", new JsonArray(left));
        }
        SchemaNode only = below(left.getFirst());
        Map<String, JsonValue> both = new LinkedHashMap<>(only.keywords.members());
        both.putAll(rest.keywords.members());
        return new SchemaNode(root, new JsonObject(both), rest.nullable || only.nullable);
    }

    private boolean allowsOnlyNull(JsonValue schema) {
        JsonObject merged = merge(root, schema, new HashSet<>());
        JsonValue type = merged.get("type");
        return (type != null && isNull(type)) || merged.get("const") == JsonValue.JsonNull.NULL;
    }

    private static JsonObject merge(JsonValue root, JsonValue schema, Set<String> followed) {
        if (!(schema instanceof JsonObject object)) {
            return NOTHING;
        }
        Map<String, JsonValue> merged = new LinkedHashMap<>();
        if (object.get("$ref") instanceof JsonString(String ref) && followed.add(ref)) {
            JsonValue target = target(root, ref);
            if (target != null) {
                add(merged, merge(root, target, followed));
            }
        }
        if (object.get("allOf") instanceof JsonArray(List<JsonValue> parts)) {
            parts.forEach(part -> add(merged, merge(root, part, new HashSet<>(followed))));
        }
        Map<String, JsonValue> own = new LinkedHashMap<>(object.members());
        own.remove("$ref");
        own.remove("allOf");
        add(merged, new JsonObject(own));
        return new JsonObject(merged);
    }

    private static @Nullable JsonValue target(JsonValue root, String ref) {
        if (!ref.startsWith("#")) {
            return null;
        }
        String fragment = URLDecoder.decode(ref.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
        return fragment.isEmpty() || fragment.startsWith("/") ? root.at(JsonPointer.parse(fragment)) : null;
    }

    private static void add(Map<String, JsonValue> into, JsonObject more) {
        more.members().forEach((name, value) -> into.merge(name, value, (old, young) -> both(name, old, young)));
    }

    private static JsonValue both(String keyword, JsonValue old, JsonValue young) {
        if (keyword.equals("properties") && old instanceof JsonObject a && young instanceof JsonObject b) {
            Map<String, JsonValue> members = new LinkedHashMap<>(a.members());
            members.putAll(b.members());
            return new JsonObject(members);
        }
        if (keyword.equals("required") && old instanceof JsonArray a && young instanceof JsonArray b) {
            Set<JsonValue> names = new LinkedHashSet<>(a.items());
            names.addAll(b.items());
            return new JsonArray(new ArrayList<>(names));
        }
        return young;
    }

    private static boolean isNull(JsonValue type) {
        return type.equals(new JsonString("null"));
    }

    private static boolean isTrue(@Nullable JsonValue value) {
        return value instanceof JsonBoolean(boolean flag) && flag;
    }
}
