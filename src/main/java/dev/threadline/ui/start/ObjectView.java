package dev.threadline.ui.start;

import dev.threadline.form.FormField;
import dev.threadline.form.FormModel;
import dev.threadline.form.FormObject;
import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// An object with its members, and below them the keys the schema does not know.
final class ObjectView extends SectionView {
    private static final Words WORDS = Words.of(ObjectView.class);
    private final FormObject object;
    private final MemberRows rows;
    private final VBox members = plain(new VBox());
    private final VBox others = plain(new VBox());
    private final FieldViews extras;
    private List<FormField> shown = List.of();
    private Predicate<FieldView> passes = view -> true;

    ObjectView(FormObject object, FormModel model, boolean bare) {
        super(object, model, bare);
        this.object = object;
        rows = new MemberRows(new FieldViews(model, false));
        extras = new FieldViews(model, false);
    }

    /// Shows only members that pass.
    void filter(Predicate<FieldView> wanted) {
        passes = wanted;
    }

    @Override
    void fill(VBox into) {
        if (into.getChildren().isEmpty()) {
            into.getChildren().addAll(members, others);
        }
        rows.show(object.members(), passes, members);
        extras(object.extras());
    }

    private void extras(List<FormField> fields) {
        if (!fields.equals(shown)) {
            shown = fields;
            others.getChildren().setAll(fields.stream().map(this::extra).toList());
            extras.keep(fields);
        }
        fields.forEach(field -> extras.of(field).refresh());
    }

    private VBox extra(FormField field) {
        Button remove = new Button(WORDS.text("object.remove", field.key()), Icons.small(Feather.TRASH_2));
        remove.setMnemonicParsing(false);
        remove.getStyleClass().addAll("tl-small", "tl-quiet");
        remove.setOnAction(event -> object.removeExtra(field));
        return new VBox(extras.of(field), remove);
    }

    @Override
    List<FieldView> views() {
        List<FieldView> all = new ArrayList<>(rows.views());
        shown.forEach(field -> all.add(extras.of(field)));
        return all;
    }
}
