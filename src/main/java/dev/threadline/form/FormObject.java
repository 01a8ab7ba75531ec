package dev.threadline.form;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A field for an object with known members; keys the schema does not know are kept beside them.
public final class FormObject extends FormContainer {
    private static final Words WORDS = Words.of(FormObject.class);
    private static final FieldSpec ANYTHING = new FieldSpec("", SchemaNode.ofRoot(null), true);

    private final Shape.Group shape;
    private final Map<String, FormField> members = new LinkedHashMap<>();
    private final Map<String, FormField> extras = new LinkedHashMap<>();

    FormObject(FieldSpec spec, Shape.Group shape, @Nullable FormContainer parent, @Nullable JsonValue baseline) {
        super(spec, parent, baseline);
        this.shape = shape;
    }

    /// The members the schema names, absent ones too, in its order.
    public List<FormField> members() {
        return open() ? List.copyOf(members.values()) : List.of();
    }

    /// The members the schema does not name, in the order of the JSON.
    public List<FormField> extras() {
        return open() ? List.copyOf(extras.values()) : List.of();
    }

    /// Takes a member the schema does not name out.
    public void removeExtra(FormField extra) {
        extras.remove(extra.key());
        touched();
    }

    @Override
    public List<FormField> children() {
        List<FormField> all = new ArrayList<>(members());
        all.addAll(extras());
        return all;
    }

    @Override
    boolean hasOld() {
        return !members.isEmpty();
    }

    @Override
    boolean take(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return false;
        }
        for (FieldSpec member : shape.members()) {
            JsonValue now = object.get(member.label());
            FormField field = members.get(member.label());
            if (field == null) {
                members.put(member.label(), create(member, this, baseline(member), now));
            } else {
                field.load(now);
            }
        }
        takeExtras(object);
        return true;
    }

    private @Nullable JsonValue baseline(FieldSpec member) {
        return baseline() instanceof JsonObject whole ? whole.get(member.label()) : member.initial();
    }

    private void takeExtras(JsonObject object) {
        Map<String, FormField> before = new LinkedHashMap<>(extras);
        extras.clear();
        FieldSpec others = shape.others() == null ? ANYTHING : shape.others();
        object.members().forEach((name, value) -> {
            if (!members.containsKey(name)) {
                FormField field = before.get(name);
                if (field == null) {
                    field = create(others.named(name), this, null, value);
                } else {
                    field.load(value);
                }
                extras.put(name, field);
            }
        });
    }

    @Override
    JsonValue build() {
        Map<String, JsonValue> built = new LinkedHashMap<>();
        members.forEach((name, field) -> put(built, name, field));
        extras.forEach((name, field) -> put(built, name, field));
        return new JsonObject(built);
    }

    private static void put(Map<String, JsonValue> into, String name, FormField field) {
        JsonValue value = field.value();
        if (value != null) {
            into.put(name, value);
        }
    }

    @Override
    List<Problem> check() {
        return List.of();
    }

    @Override
    String kind() {
        return WORDS.text("complaint.object");
    }

    @Override
    String keyOf(FormField child) {
        return child.spec().label();
    }
}
