package dev.threadline.ui.start;

import dev.threadline.form.FormContainer;
import dev.threadline.form.FormField;
import dev.threadline.form.FormList;
import dev.threadline.form.FormModel;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A list with a row an item, fifty at first.
final class ListView extends SectionView {
    private static final Words WORDS = Words.of(ListView.class);
    private static final int PAGE = 50;

    private final FormList list;
    private final FieldViews views;
    private final Map<FieldView, ItemRow> rows = new HashMap<>();
    private final VBox items = plain(new VBox());
    private final Button add;
    private final Button more;
    private int most = PAGE;

    ListView(FormList list, FormModel model, boolean bare) {
        super(list, model, bare);
        this.list = list;
        views = new FieldViews(model, true);
        add = ItemRow.add(WORDS.text("list.add-first"), this::add);
        more = ItemRow.add(WORDS.text("row.more"), () -> {
            most += PAGE;
            refresh();
        });
    }

    private void add() {
        most = Math.max(most, list.size() + 1);
        FormField item = list.add();
        views.of(item).target().requestFocus();
    }

    @Override
    void fill(VBox into) {
        if (into.getChildren().isEmpty()) {
            HBox foot = new HBox(add, more);
            foot.getStyleClass().add("tl-list-foot");
            into.getChildren().addAll(items, foot);
        }
        List<FormField> all = list.children();
        List<FormField> some = all.subList(0, Math.min(most, all.size()));
        List<Node> wanted = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            FieldView view = views.of(some.get(i));
            ItemRow row = rows.computeIfAbsent(view, this::row);
            ((Label) row.getChildren().getFirst()).setText(Integer.toString(i));
            row.ends(i == 0, i == all.size() - 1);
            wanted.add(row);
        }
        views.keep(some);
        rows.keySet().retainAll(some.stream().map(views::of).toList());
        if (!items.getChildren().equals(wanted)) {
            items.getChildren().setAll(wanted);
        }
        some.forEach(item -> views.of(item).refresh());
        add.setText(WORDS.text("list.add", list.itemKind()));
        add.setId(InputForm.id(list.pointer()) + "=add");
        int hidden = all.size() - some.size();
        more.setText(WORDS.text("row.show", Integer.toString(Math.min(PAGE, hidden)), Integer.toString(all.size())));
        more.setVisible(hidden > 0);
    }

    private ItemRow row(FieldView view) {
        FormField item = view.field();
        Label index = new Label();
        index.getStyleClass().add("tl-index");
        ItemRow row = new ItemRow(
                index,
                view,
                List.of(
                        ItemRow.button(Feather.ARROW_UP, WORDS.text("row.up"), () -> list.move(item, -1)),
                        ItemRow.button(Feather.ARROW_DOWN, WORDS.text("row.down"), () -> list.move(item, 1)),
                        ItemRow.button(Feather.X, WORDS.text("row.remove"), () -> list.remove(item))));
        if (item instanceof FormContainer) {
            row.getStyleClass().add("tl-block");
        }
        return row;
    }

    @Override
    Node ifEmpty() {
        return add;
    }

    @Override
    boolean shows() {
        return list.open() || list.value() == null;
    }

    @Override
    String count() {
        String size = Integer.toString(list.size());
        return list.limit().isPresent()
                ? WORDS.text("list.limited", size, Integer.toString(list.limit().getAsInt()))
                : WORDS.text("list.count", list.size(), size);
    }

    @Override
    boolean suits() {
        return !list.chips() || isFocusWithin();
    }

    @Override
    List<FieldView> views() {
        return list.children().stream().limit(most).map(views::of).toList();
    }

    @Override
    void reveal(FormField within) {
        for (FormField around = within; around != null; around = around.parent()) {
            int index = list.children().indexOf(around);
            if (index >= most) {
                most = index + 1;
                refresh();
            }
        }
        super.reveal(within);
    }
}
