package dev.threadline.ui.start;

import dev.threadline.form.FormMessage;
import dev.threadline.form.FormRaw;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/// Edits a value as JSON text.
final class RawControl extends FieldControl {
    private final Supplier<String> text;
    private final GrowingArea area = new GrowingArea();

    RawControl(FormRaw field) {
        this(field::text, field::type);
    }

    RawControl(FormMessage field) {
        this(field::json, field::typeJson);
    }

    private RawControl(Supplier<String> text, Consumer<String> type) {
        this.text = text;
        area.getStyleClass().add("tl-raw");
        area.setPromptText("JSON");
        area.setText(text.get());
        area.textProperty().subscribe((before, now) -> tell(() -> type.accept(now)));
    }

    @Override
    Node node() {
        return area;
    }

    @Override
    Node target() {
        return area;
    }

    @Override
    void show() {
        tell(() -> {
            if (!area.getText().equals(text.get())) {
                area.setText(text.get());
            }
        });
    }
}
