package dev.threadline.ui.start;

import dev.threadline.form.FormField;
import javafx.scene.Node;

/// What edits the value of one field. JavaFX thread only.
abstract class FieldControl {
    private boolean telling;

    /// The node that shows the value.
    abstract Node node();

    /// The node that takes the focus, carries the id and tells its name.
    abstract Node target();

    /// Shows the value the field has now.
    abstract void show();

    /// Whether the control can show the value the field has now; if not, the problem below has to tell it.
    boolean tellsAnyValue() {
        return true;
    }

    /// Shows the field's value, except while it is just being told what was typed here.
    final void refresh(FormField field) {
        Node target = target();
        target.setId(InputForm.id(field.pointer()));
        if (!telling) {
            show();
        }
    }

    /// Hands the field what was typed, without it coming back.
    final void tell(Runnable edit) {
        if (telling) {
            return;
        }
        telling = true;
        try {
            edit.run();
        } finally {
            telling = false;
        }
    }
}
