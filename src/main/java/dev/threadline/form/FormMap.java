package dev.threadline.form;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A field for an object whose keys are free.
///
/// Of two entries with the same key the last one counts, and the field says so.
public final class FormMap extends FormContainer {
    private static final Words WORDS = Words.of(FormMap.class);
    private final Shape.Keyed shape;
    private final List<FormField> entries = new ArrayList<>();
    private final Map<FormField, String> keys = new LinkedHashMap<>();

    FormMap(FieldSpec spec, Shape.Keyed shape, @Nullable FormContainer parent, @Nullable JsonValue baseline) {
        super(spec, parent, baseline);
        this.shape = shape;
    }

    @Override
    public List<FormField> children() {
        return open() ? List.copyOf(entries) : List.of();
    }

    /// Adds an entry under a key with the plainest value; opens the field.
    public FormField add(String key) {
        if (!open()) {
            load(new JsonObject(Map.of()));
        }
        JsonValue seed = Seeds.ofShape(shape.values());
        FormField entry = append(key, seed);
        touched();
        return entry;
    }

    /// Gives an entry another key.
    public void rename(FormField entry, String key) {
        keys.put(entry, key);
        touched();
    }

    /// Takes an entry out.
    public void remove(FormField entry) {
        entries.remove(entry);
        keys.remove(entry);
        touched();
    }

    private FormField append(String key, JsonValue value) {
        FormField entry = create(shape.values().named(key), this, value, value);
        entries.add(entry);
        keys.put(entry, key);
        return entry;
    }

    @Override
    boolean hasOld() {
        return !entries.isEmpty();
    }

    @Override
    boolean take(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return false;
        }
        List<FormField> before = List.copyOf(entries);
        Map<String, FormField> byKey = new LinkedHashMap<>();
        before.forEach(entry -> byKey.put(keyOf(entry), entry));
        entries.clear();
        keys.clear();
        object.members().forEach((key, each) -> {
            FormField known = byKey.get(key);
            if (known == null) {
                append(key, each);
            } else {
                known.load(each);
                entries.add(known);
                keys.put(known, key);
            }
        });
        return true;
    }

    @Override
    JsonValue build() {
        Map<String, JsonValue> built = new LinkedHashMap<>();
        for (FormField entry : entries) {
            JsonValue value = entry.value();
            if (value != null) {
                built.put(keyOf(entry), value);
            }
        }
        return new JsonObject(built);
    }

    @Override
    List<Problem> check() {
        List<Problem> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (FormField entry : entries) {
            if (!seen.add(keyOf(entry))) {
                String text = WORDS.text("map.twice", keyOf(entry));
                found.add(Problem.plain(pointer(), "keys", text, WORDS.text("map.twice.mark")));
            }
        }
        return found;
    }

    @Override
    String kind() {
        return WORDS.text("complaint.object");
    }

    @Override
    String keyOf(FormField child) {
        return keys.getOrDefault(child, child.spec().label());
    }
}
