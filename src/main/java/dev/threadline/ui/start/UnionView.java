package dev.threadline.ui.start;

import dev.threadline.form.FormField;
import dev.threadline.form.FormModel;
import dev.threadline.form.FormUnion;
import dev.threadline.words.Words;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A value of one of several kinds: which kind, and the field for it.
final class UnionView extends SectionView {
    private static final Words WORDS = Words.of(UnionView.class);
    private final FormUnion union;
    private final FieldViews views;
    private final ComboBox<String> kinds = new ComboBox<>();
    private final HBox row = plain(new HBox(8, kinds));
    private boolean showing;
    private @Nullable FieldView shown;

    UnionView(FormUnion union, FormModel model, boolean bare) {
        super(union, model, bare);
        this.union = union;
        views = new FieldViews(model, true);
        row.getStyleClass().add("tl-kinds");
        kinds.getItems().setAll(union.variants());
        kinds.getStyleClass().add("tl-kind");
        kinds.setMinWidth(USE_PREF_SIZE);
        kinds.setPromptText(WORDS.text("union.choose"));
        kinds.setOnAction(event -> {
            int index = kinds.getSelectionModel().getSelectedIndex();
            if (!showing && index >= 0 && index != union.chosen()) {
                union.choose(index);
            }
        });
    }

    @Override
    void fill(VBox into) {
        if (into.getChildren().isEmpty()) {
            into.getChildren().add(row);
        }
        showing = true;
        kinds.getSelectionModel().select(union.chosen());
        showing = false;
        kinds.setId(InputForm.id(union.pointer()) + "=kind");
        kinds.setAccessibleText(WORDS.text("union.kind", union.key()));
        FormField active = union.active();
        FieldView view = active == null ? null : views.of(active);
        if (!Objects.equals(view, shown)) {
            shown = view;
            row.getChildren().setAll(kinds);
            if (view != null) {
                HBox.setHgrow(view, Priority.ALWAYS);
                row.getChildren().add(view);
            }
        }
        if (view != null) {
            view.refresh();
        }
    }

    @Override
    boolean shows() {
        return true;
    }

    @Override
    Node target() {
        return kinds;
    }

    @Override
    List<FieldView> views() {
        FieldView view = shown;
        return view == null ? List.of() : List.of(view);
    }
}
