package dev.threadline.form;

import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonArray;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A field for an array.
public final class FormList extends FormContainer {
    private static final Words WORDS = Words.of(FormList.class);

    /// The longest text that is still shown as a chip, in characters.
    private static final int LONGEST_CHIP = 60;

    private final Shape.Many shape;
    private final List<FormField> items = new ArrayList<>();

    FormList(FieldSpec spec, Shape.Many shape, @Nullable FormContainer parent, @Nullable JsonValue baseline) {
        super(spec, parent, baseline);
        this.shape = shape;
    }

    @Override
    public List<FormField> children() {
        return open() ? List.copyOf(items) : List.of();
    }

    /// The number of items.
    public int size() {
        return open() ? items.size() : 0;
    }

    /// The most items allowed.
    public OptionalInt limit() {
        Integer max = shape.max();
        return max == null ? OptionalInt.empty() : OptionalInt.of(max);
    }

    /// What one item is called: `text`, `choice`, `object`.
    public String itemKind() {
        FieldSpec item = shape.at(size());
        return item.shape() instanceof Shape.Choice ? WORDS.text("list.choice") : Hints.variant(item);
    }

    /// Whether the list is plain, short text, so that it can be shown as chips.
    public boolean chips() {
        return shape.first().isEmpty()
                && shape.item().shape() instanceof Shape.Text text
                && text.format() == null
                && items.stream().allMatch(FormList::chip);
    }

    private static boolean chip(FormField item) {
        return item.value() instanceof JsonString(String text)
                && text.length() <= LONGEST_CHIP
                && text.indexOf('\n') < 0;
    }

    /// Adds an item with its default or the plainest value; opens the field.
    public FormField add() {
        return add(Seeds.ofShape(shape.at(size())));
    }

    /// Adds an item with a value; opens the field.
    public FormField add(JsonValue value) {
        if (!open()) {
            load(new JsonArray(List.of()));
        }
        FormField item = append(value);
        touched();
        return item;
    }

    /// Takes an item out.
    public void remove(FormField item) {
        items.remove(item);
        touched();
    }

    /// Moves an item up (negative) or down by a number of places, as far as there is room.
    public void move(FormField item, int by) {
        int from = items.indexOf(item);
        int to = Math.clamp(from + (long) by, 0, items.size() - 1);
        if (from >= 0) {
            items.remove(from);
            items.add(to, item);
            touched();
        }
    }

    private FormField append(JsonValue value) {
        int index = items.size();
        JsonValue fresh = baseline() instanceof JsonArray(List<JsonValue> given) && index < given.size()
                ? given.get(index)
                : Seeds.ofShape(shape.at(index));
        FormField item = create(shape.at(index), this, fresh, value);
        items.add(item);
        return item;
    }

    @Override
    boolean hasOld() {
        return !items.isEmpty();
    }

    @Override
    boolean take(JsonValue value) {
        if (!(value instanceof JsonArray(List<JsonValue> given))) {
            return false;
        }
        while (items.size() > given.size()) {
            items.removeLast();
        }
        for (int i = 0; i < given.size(); i++) {
            if (i < items.size()) {
                items.get(i).load(given.get(i));
            } else {
                append(given.get(i));
            }
        }
        return true;
    }

    @Override
    JsonValue build() {
        List<JsonValue> built = new ArrayList<>(items.size());
        for (FormField item : items) {
            JsonValue value = item.value();
            built.add(value == null ? JsonValue.JsonNull.NULL : value);
        }
        return new JsonArray(built);
    }

    @Override
    List<Problem> check() {
        List<Problem> found = new ArrayList<>();
        Integer max = shape.max();
        if (items.size() < shape.min()) {
            found.add(objections().fewest(shape.min()));
        }
        if (max != null && items.size() > max) {
            found.add(objections().most(max));
        }
        return found;
    }

    @Override
    String kind() {
        return WORDS.text("complaint.list");
    }

    @Override
    String keyOf(FormField child) {
        return Integer.toString(items.indexOf(child));
    }
}
