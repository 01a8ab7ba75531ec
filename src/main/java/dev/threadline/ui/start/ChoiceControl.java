package dev.threadline.ui.start;

import dev.threadline.form.FormChoice;
import dev.threadline.json.JsonValue;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/// Edits a choice: a segmented button for up to four short options, a list to open for more.
final class ChoiceControl extends FieldControl {
    private static final Words WORDS = Words.of(ChoiceControl.class);
    private static final int MOST_SEGMENTS = 4;
    private static final int MOST_LETTERS = 32;
    private static final int NONE = -1;

    private final FormChoice field;
    private final List<ToggleButton> segments = new ArrayList<>();
    private final ComboBox<Integer> box = new ComboBox<>();
    private final @Nullable Node segmented;

    ChoiceControl(FormChoice field) {
        this.field = field;
        List<String> options = field.options();
        int letters = options.stream().mapToInt(String::length).sum();
        boolean few = options.size() <= MOST_SEGMENTS && letters <= MOST_LETTERS;
        segmented = few ? segments(options) : null;
        if (!few) {
            fillBox(options);
        }
    }

    private Node segments(List<String> options) {
        for (int i = 0; i < options.size(); i++) {
            int index = i;
            ToggleButton segment = new ToggleButton(options.get(i).isEmpty() ? "\"\"" : options.get(i));
            segment.setMnemonicParsing(false);
            segment.setOnAction(event -> {
                boolean again = field.chosen() == index;
                field.choose(again && canEmpty() ? NONE : index);
                show();
            });
            segments.add(segment);
        }
        HBox left = new HBox(new SegmentedButton(segments.toArray(ToggleButton[]::new)));
        left.getStyleClass().add("tl-segments");
        return left;
    }

    private void fillBox(List<String> options) {
        box.setMaxWidth(Double.MAX_VALUE);
        if (canEmpty()) {
            box.getItems().add(NONE);
        }
        IntStream.range(0, options.size()).forEach(box.getItems()::add);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer index) {
                return index == null ? "" : index < 0 ? none() : options.get(index);
            }

            @Override
            public Integer fromString(String text) {
                return options.indexOf(text);
            }
        });
        box.setOnAction(event -> tell(() -> {
            Integer chosen = box.getValue();
            if (chosen != null) {
                field.choose(chosen);
            }
        }));
    }

    private boolean canEmpty() {
        return field.spec().nullable()
                || (field.spec().optional() && field.spec().defaultValue() == null);
    }

    private String none() {
        return field.spec().nullable() ? "null" : WORDS.text("choice.left-out");
    }

    @Override
    Node node() {
        return segmented == null ? box : segmented;
    }

    @Override
    Node target() {
        int chosen = Math.max(0, field.chosen());
        return segmented == null ? box : segments.get(chosen);
    }

    @Override
    boolean tellsAnyValue() {
        return false;
    }

    @Override
    void show() {
        int chosen = field.chosen();
        for (int i = 0; i < segments.size(); i++) {
            segments.get(i).setSelected(i == chosen);
            segments.get(i)
                    .setId(InputForm.id(field.pointer())
                            + (i == chosen ? "" : "=" + segments.get(i).getText()));
            segments.get(i)
                    .setAccessibleText(field.key() + " " + segments.get(i).getText());
        }
        if (segmented == null) {
            boolean none = chosen < 0 && (field.value() == null || field.value() == JsonValue.JsonNull.NULL);
            tell(() -> box.setValue(chosen >= 0 ? Integer.valueOf(chosen) : none && canEmpty() ? NONE : null));
        }
    }
}
