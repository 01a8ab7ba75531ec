package dev.threadline.form;

import dev.threadline.json.JsonPointer;
import dev.threadline.json.JsonValue;
import dev.threadline.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A field for one of several kinds of value; the last variant is always raw JSON.
public final class FormUnion extends FormContainer {
    private static final Words WORDS = Words.of(FormUnion.class);
    private static final FieldSpec ANYTHING = new FieldSpec("", SchemaNode.ofRoot(null), true);

    private final List<FieldSpec> variants;
    private final Map<Integer, FormField> fields = new HashMap<>();
    private int chosen;

    FormUnion(FieldSpec spec, Shape.Union shape, @Nullable FormContainer parent, @Nullable JsonValue baseline) {
        super(spec, parent, baseline);
        this.variants = Stream.concat(
                        shape.variants().stream()
                                .filter(each -> !(each.shape() instanceof Shape.Raw(var type) && type == null)),
                        Stream.of(ANYTHING))
                .toList();
    }

    /// The names of the variants.
    public List<String> variants() {
        return variants.stream()
                .map(each -> each == ANYTHING ? "JSON" : Hints.variant(each))
                .toList();
    }

    /// The index of the variant the value is edited as; -1 while there is none.
    public int chosen() {
        return open() ? chosen : -1;
    }

    /// Edits the value as another variant.
    ///
    /// A value that fits stays; else the variant starts with what it held before, or with its plainest value.
    public void choose(int index) {
        JsonValue now = value();
        FormField before = fields.get(index);
        boolean keeps = now != null && (variants.get(index) == ANYTHING || Fit.fits(variants.get(index), now));
        JsonValue start = keeps ? now : before == null ? null : before.value();
        JsonValue next = start == null ? Seeds.ofShape(variants.get(index)) : start;
        set(next);
        chosen = index;
        field(index, next);
        touched();
    }

    /// The field of the chosen variant, or null while there is none.
    public @Nullable FormField active() {
        return open() ? fields.get(chosen) : null;
    }

    @Override
    public List<FormField> children() {
        FormField now = active();
        return now == null ? List.of() : List.of(now);
    }

    private void field(int index, JsonValue value) {
        FormField known = fields.get(index);
        if (known == null) {
            fields.put(index, create(variants.get(index), this, Seeds.ofShape(variants.get(index)), value));
        } else {
            known.load(value);
        }
    }

    @Override
    boolean hasOld() {
        return fields.containsKey(chosen);
    }

    @Override
    boolean take(JsonValue value) {
        if (value == JsonValue.JsonNull.NULL && spec().nullable()) {
            return false;
        }
        FormField now = fields.get(chosen);
        boolean stays = now != null && (variants.get(chosen) == ANYTHING || Fit.fits(variants.get(chosen), value));
        if (!stays) {
            chosen = Fit.best(variants, value);
        }
        field(chosen, value);
        return true;
    }

    @Override
    JsonValue build() {
        FormField now = fields.get(chosen);
        JsonValue value = now == null ? null : now.value();
        return value == null ? JsonValue.JsonNull.NULL : value;
    }

    @Override
    List<Problem> check() {
        return List.of();
    }

    @Override
    String kind() {
        return WORDS.text("union.kind");
    }

    @Override
    String keyOf(FormField child) {
        return key();
    }

    @Override
    JsonPointer place(FormField child) {
        return pointer();
    }
}
