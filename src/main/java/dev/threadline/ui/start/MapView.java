package dev.threadline.ui.start;

import dev.threadline.form.FormField;
import dev.threadline.form.FormMap;
import dev.threadline.form.FormModel;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// An object with free keys: a row an entry, its key in a field of its own.
final class MapView extends SectionView {
    private static final Words WORDS = Words.of(MapView.class);
    private static final int PAGE = 50;

    private final FormMap map;
    private final FieldViews views;
    private final Map<FieldView, ItemRow> rows = new HashMap<>();
    private final VBox entries = plain(new VBox());
    private final Button add = ItemRow.add(WORDS.text("map.add"), this::add);
    private final Button more;
    private int most = PAGE;

    MapView(FormMap map, FormModel model, boolean bare) {
        super(map, model, bare);
        this.map = map;
        views = new FieldViews(model, true);
        more = ItemRow.add(WORDS.text("row.more"), () -> {
            most += PAGE;
            refresh();
        });
    }

    private void add() {
        List<String> keys = map.children().stream().map(FormField::key).toList();
        int number = keys.size() + 1;
        while (keys.contains("key" + number)) {
            number++;
        }
        most = Math.max(most, keys.size() + 1);
        FormField entry = map.add("key" + number);
        ItemRow row = rows.get(views.of(entry));
        if (row != null && row.getChildren().getFirst() instanceof TextField key) {
            key.requestFocus();
            key.selectAll();
        }
    }

    @Override
    void fill(VBox into) {
        if (into.getChildren().isEmpty()) {
            HBox foot = new HBox(add, more);
            foot.getStyleClass().add("tl-list-foot");
            into.getChildren().addAll(entries, foot);
        }
        List<FormField> all = map.children();
        List<FormField> some = all.subList(0, Math.min(most, all.size()));
        List<Node> wanted = new ArrayList<>();
        for (FormField entry : some) {
            ItemRow row = rows.computeIfAbsent(views.of(entry), this::row);
            if (row.getChildren().getFirst() instanceof TextField key
                    && !key.getText().equals(entry.key())) {
                key.setText(entry.key());
            }
            wanted.add(row);
        }
        views.keep(some);
        rows.keySet().retainAll(some.stream().map(views::of).toList());
        if (!entries.getChildren().equals(wanted)) {
            entries.getChildren().setAll(wanted);
        }
        some.forEach(entry -> views.of(entry).refresh());
        add.setId(InputForm.id(map.pointer()) + "=add");
        int hidden = all.size() - some.size();
        more.setText(WORDS.text("row.show", Integer.toString(Math.min(PAGE, hidden)), Integer.toString(all.size())));
        more.setVisible(hidden > 0);
    }

    private ItemRow row(FieldView view) {
        FormField entry = view.field();
        TextField key = new TextField(entry.key());
        key.getStyleClass().add("tl-map-key");
        key.setAccessibleText(WORDS.text("map.key"));
        key.textProperty().subscribe((before, now) -> {
            if (!now.equals(entry.key())) {
                map.rename(entry, now);
            }
        });
        return new ItemRow(
                key, view, List.of(ItemRow.button(Feather.X, WORDS.text("row.remove"), () -> map.remove(entry))));
    }

    @Override
    Node ifEmpty() {
        return add;
    }

    @Override
    boolean shows() {
        return map.open() || map.value() == null;
    }

    @Override
    String count() {
        int size = map.children().size();
        return WORDS.text("map.count", size, Integer.toString(size));
    }

    @Override
    List<FieldView> views() {
        return map.children().stream().limit(most).map(views::of).toList();
    }
}
