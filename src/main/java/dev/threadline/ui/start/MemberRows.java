package dev.threadline.ui.start;

import dev.threadline.form.FormField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Lays the members of an object out: one below the other, small neighbours in pairs.
final class MemberRows {
    private final FieldViews views;
    private List<List<FieldView>> shown = List.of();

    MemberRows(FieldViews views) {
        this.views = views;
    }

    /// The views shown last.
    List<FieldView> views() {
        return shown.stream().flatMap(List::stream).toList();
    }

    /// Shows the fields that pass, in order; rebuilds rows only where they changed.
    void show(List<FormField> fields, Predicate<FieldView> passes, VBox into) {
        List<FieldView> all = new ArrayList<>();
        for (FormField field : fields) {
            FieldView view = views.of(field);
            if (passes.test(view)) {
                all.add(view);
            }
        }
        views.keep(fields);
        List<List<FieldView>> rows = rows(all);
        if (!rows.equals(shown)) {
            shown = rows;
            into.getChildren().setAll(rows.stream().map(MemberRows::row).toList());
        }
        all.forEach(FieldView::refresh);
    }

    /// Runs of small fields make pairs; in a run of odd length the first one stands alone.
    private static List<List<FieldView>> rows(List<FieldView> all) {
        List<List<FieldView>> rows = new ArrayList<>();
        int i = 0;
        while (i < all.size()) {
            int end = i;
            while (end < all.size() && all.get(end).half()) {
                end++;
            }
            boolean pair = end - i >= 2 && (end - i) % 2 == 0;
            rows.add(List.copyOf(all.subList(i, i + (pair ? 2 : 1))));
            i += pair ? 2 : 1;
        }
        return rows;
    }

    private static Node row(List<FieldView> views) {
        return views.size() == 1 ? views.getFirst() : new FieldPair(views.getFirst(), views.getLast());
    }
}
