package dev.threadline.form;

import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One chat message: a role and a text, or raw JSON where it is more than that.
///
/// The role stands under `role`, or under `type` where the message already has one. Other keys are kept.
public final class FormMessage extends FormScalar {
    private static final Words WORDS = Words.of(FormMessage.class);
    private final RawText raw = new RawText();
    private boolean asJson;

    FormMessage(FieldSpec spec, @Nullable FormContainer parent, @Nullable JsonValue value) {
        super(spec, parent, value);
        load(value);
    }

    /// The role, as on the wire; empty where there is none.
    public String role() {
        return text(roleKey());
    }

    /// Sets the role.
    public void role(String role) {
        put(roleKey(), role);
    }

    /// The text of the message; empty where it has none.
    public String content() {
        return text("content");
    }

    /// Sets the text of the message.
    public void content(String text) {
        put("content", text);
    }

    /// Whether the message is a role and a text, so that both can be edited as such.
    public boolean plain() {
        return value() instanceof JsonObject object
                && object.get("content") instanceof JsonString
                && object.get(roleKey()) instanceof JsonString;
    }

    /// Whether the message is edited as JSON: it was asked for, or there is no other way.
    public boolean asJson() {
        return asJson || !plain();
    }

    /// Asks for the message as JSON, or as role and text.
    public void asJson(boolean json) {
        asJson = json;
        raw.clear();
        touched();
    }

    /// The keys besides role and text, which are kept as they are.
    public List<String> otherKeys() {
        List<String> keys = new ArrayList<>();
        if (value() instanceof JsonObject(Map<String, JsonValue> members)) {
            keys.addAll(members.keySet());
            keys.remove("content");
            keys.remove(roleKey());
        }
        return keys;
    }

    /// The message as JSON text, as typed.
    public String json() {
        return raw.of(value());
    }

    /// Takes typed JSON; while it is none, the message stays as it was.
    public void typeJson(String text) {
        if (raw.type(text)) {
            JsonValue meant = raw.meant();
            super.load(meant == null ? JsonValue.JsonNull.NULL : meant);
        }
        touched();
    }

    @Override
    void load(@Nullable JsonValue newValue) {
        raw.clear();
        super.load(newValue);
    }

    private String roleKey() {
        boolean typed =
                value() instanceof JsonObject object && object.get("role") == null && object.get("type") != null;
        return typed ? "type" : "role";
    }

    private String text(String key) {
        return value() instanceof JsonObject object && object.get(key) instanceof JsonString(String text) ? text : "";
    }

    private void put(String key, String text) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (value() instanceof JsonObject(Map<String, JsonValue> old)) {
            members.putAll(old);
        }
        members.put(key, new JsonString(text));
        set(new JsonObject(members));
    }

    @Override
    public List<Problem> checks() {
        List<Problem> found = new ArrayList<>(super.checks());
        TextProblem wrong = raw.problem();
        if (wrong != null) {
            String kept = WORDS.text("raw.kept", wrong.text());
            found.add(Problem.plain(pointer(), "json", kept, WORDS.text("raw.mark")));
        }
        return found;
    }

    @Override
    boolean fits(JsonValue now) {
        return true;
    }

    @Override
    List<Problem> check(JsonValue now) {
        boolean none = now == JsonValue.JsonNull.NULL;
        return none ? List.of(objections().type(WORDS.text("message.not", Json.write(now)))) : List.of();
    }

    @Override
    Problem misfit() {
        return objections().type(WORDS.text("message.kind"));
    }
}
