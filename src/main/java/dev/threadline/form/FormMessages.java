package dev.threadline.form;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A field for a list of chat messages.
public final class FormMessages extends FormContainer {
    private static final Words WORDS = Words.of(FormMessages.class);

    /// The roles offered, as both servers read them.
    public static final List<String> ROLES = List.of("user", "assistant", "system", "tool");

    private final List<FormMessage> messages = new ArrayList<>();

    FormMessages(FieldSpec spec, @Nullable FormContainer parent, @Nullable JsonValue baseline) {
        super(spec, parent, baseline);
    }

    /// The messages in order.
    public List<FormMessage> messages() {
        return open() ? List.copyOf(messages) : List.of();
    }

    @Override
    public List<FormField> children() {
        return List.copyOf(messages());
    }

    /// A message with a role and no text that is not part of the list yet.
    public FormMessage create(String role) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("role", new JsonString(role));
        members.put("content", new JsonString(""));
        return message(new JsonObject(members));
    }

    /// Adds a message at the end with a text; opens the field.
    public void add(FormMessage message, String content) {
        if (!open()) {
            messages.clear();
            load(new JsonArray(List.of()));
        }
        messages.add(message);
        message.content(content);
    }

    /// Adds a message at the end; opens the field.
    public FormMessage add(String role, String content) {
        FormMessage message = create(role);
        add(message, content);
        return message;
    }

    /// Whether a message is the user's.
    public static boolean spokenByUser(FormMessage message) {
        return message.role().equals("user") || message.role().equals("human");
    }

    /// Takes a message out; an optional field that is left empty and has no default goes with its last one.
    public void remove(FormMessage message) {
        messages.remove(message);
        if (messages.isEmpty() && spec().optional() && spec().defaultValue() == null) {
            set(null);
        } else {
            touched();
        }
    }

    /// Moves a message up (negative) or down by a number of places, as far as there is room.
    public void move(FormMessage message, int by) {
        int from = messages.indexOf(message);
        int to = Math.clamp(from + (long) by, 0, messages.size() - 1);
        if (from >= 0) {
            messages.remove(from);
            messages.add(to, message);
            touched();
        }
    }

    private FormMessage message(JsonValue value) {
        return new FormMessage(new FieldSpec("", SchemaNode.ofRoot(null), true), this, value);
    }

    @Override
    boolean hasOld() {
        return !messages.isEmpty();
    }

    @Override
    boolean take(JsonValue value) {
        if (!(value instanceof JsonArray(List<JsonValue> given))) {
            return false;
        }
        while (messages.size() > given.size()) {
            messages.removeLast();
        }
        for (int i = 0; i < given.size(); i++) {
            if (i < messages.size()) {
                messages.get(i).load(given.get(i));
            } else {
                messages.add(message(given.get(i)));
            }
        }
        return true;
    }

    @Override
    JsonValue build() {
        List<JsonValue> built = new ArrayList<>();
        for (FormMessage message : messages) {
            JsonValue value = message.value();
            built.add(value == null ? JsonValue.JsonNull.NULL : value);
        }
        return new JsonArray(built);
    }

    @Override
    List<Problem> check() {
        return List.of();
    }

    @Override
    String kind() {
        return WORDS.text("messages.kind");
    }

    @Override
    String keyOf(FormField child) {
        return Integer.toString(messages.indexOf(child));
    }
}
