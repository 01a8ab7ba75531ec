package dev.threadline.ui.start;

import dev.threadline.form.FormBoolean;
import dev.threadline.form.FormChoice;
import dev.threadline.form.FormField;
import dev.threadline.form.FormList;
import dev.threadline.form.FormModel;
import dev.threadline.form.FormNumber;
import dev.threadline.form.Problem;
import dev.threadline.words.Words;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A field that is edited by one control.
final class ScalarView extends FieldView {
    private static final Words WORDS = Words.of(ScalarView.class);
    private final FieldControl control;
    private final @Nullable FieldHeader header;
    private final FieldFoot foot;

    /// A view with its header, or bare where something else names the field.
    ScalarView(FormField field, FormModel model, FieldControl control, boolean bare) {
        super(field, model);
        this.control = control;
        header = bare ? null : new FieldHeader(field);
        foot = new FieldFoot(field, true);
        if (header != null) {
            getChildren().add(header);
        }
        getChildren().addAll(control.node(), foot);
    }

    @Override
    void refresh() {
        control.refresh(field());
        Node target = control.target();
        String path = field().pointer().toString();
        target.setAccessibleText(
                path.isEmpty() ? WORDS.text("scalar.input") : path.substring(1).replace('/', '.'));
        target.setAccessibleHelp(field().spec().hint());
        if (header != null) {
            header.refresh(true);
        }
        List<Problem> problems = model().problems(field());
        boolean named = !field().fits() && !control.tellsAnyValue();
        foot.refresh(problems, named, InputForm.consequence(model()));
        control.node().pseudoClassStateChanged(WRONG, !problems.isEmpty());
        target.pseudoClassStateChanged(WRONG, !problems.isEmpty());
    }

    @Override
    Node target() {
        return control.target();
    }

    @Override
    boolean suits() {
        return !(field() instanceof FormList list) || list.chips();
    }

    @Override
    boolean half() {
        return field() instanceof FormNumber || field() instanceof FormBoolean || field() instanceof FormChoice;
    }
}
