package dev.threadline.ui.start;

import dev.threadline.form.FormBoolean;
import dev.threadline.form.FormChoice;
import dev.threadline.form.FormField;
import dev.threadline.form.FormList;
import dev.threadline.form.FormMap;
import dev.threadline.form.FormMessage;
import dev.threadline.form.FormMessages;
import dev.threadline.form.FormModel;
import dev.threadline.form.FormNumber;
import dev.threadline.form.FormObject;
import dev.threadline.form.FormRaw;
import dev.threadline.form.FormText;
import dev.threadline.form.FormUnion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// The views of some fields: made when a field first shows, kept while it stays, so that the focus does too.
final class FieldViews {
    private final FormModel model;
    private final boolean bare;
    private final Map<FormField, FieldView> views = new LinkedHashMap<>();

    /// Views with headers, or bare ones where the parent names its fields itself.
    FieldViews(FormModel model, boolean bare) {
        this.model = model;
        this.bare = bare;
    }

    /// The view of a field.
    FieldView of(FormField field) {
        FieldView known = views.get(field);
        if (known == null || !known.suits()) {
            known = create(field, model, bare);
            views.put(field, known);
        }
        return known;
    }

    /// Forgets all but these.
    void keep(Collection<? extends FormField> fields) {
        views.keySet().retainAll(fields);
    }

    static FieldView create(FormField field, FormModel model, boolean bare) {
        return switch (field) {
            case FormText text -> new ScalarView(text, model, new TextControl(text), bare);
            case FormNumber number -> new ScalarView(number, model, new NumberControl(number), bare);
            case FormBoolean flag -> new ScalarView(flag, model, new BooleanControl(flag), bare);
            case FormChoice choice -> new ScalarView(choice, model, new ChoiceControl(choice), bare);
            case FormRaw raw -> new ScalarView(raw, model, new RawControl(raw), bare);
            case FormMessage message -> new ScalarView(message, model, new RawControl(message), bare);
            case FormList list when list.chips() -> new ScalarView(list, model, new ChipsControl(list), bare);
            case FormList list -> new ListView(list, model, bare);
            case FormMessages messages -> new MessagesView(messages, model, bare);
            case FormObject object -> new ObjectView(object, model, bare);
            case FormMap map -> new MapView(map, model, bare);
            case FormUnion union -> new UnionView(union, model, bare);
        };
    }
}
