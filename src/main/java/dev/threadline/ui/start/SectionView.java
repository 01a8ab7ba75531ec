package dev.threadline.ui.start;

import dev.threadline.form.FormContainer;
import dev.threadline.form.FormField;
import dev.threadline.form.FormModel;
import dev.threadline.form.FormObject;
import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A field made of others: a line that folds it and switches it on or off, and its members behind a thin line.
abstract class SectionView extends FieldView {
    private static final Words WORDS = Words.of(SectionView.class);
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_WORDS = 40;

    private final FormContainer container;
    private final VBox body = plain(new VBox());
    private final FieldFoot foot;
    private final Button fold = new Button("", Icons.small(Feather.CHEVRON_DOWN));
    private final ToggleSwitch toggle = new ToggleSwitch();
    private final Label state = new Label();
    private final @Nullable FieldHeader header;
    private boolean folded;
    private boolean showing;

    SectionView(FormContainer container, FormModel model, boolean bare) {
        super(container, model);
        this.container = container;
        String words = container.spec().description();
        boolean brief = !bare && words != null && words.length() <= LONGEST_WORDS && words.indexOf('\n') < 0;
        foot = new FieldFoot(container, !brief);
        header = bare ? null : header(brief ? words : null);
        body.getStyleClass().add("tl-members");
        if (header != null) {
            getChildren().add(header);
            getStyleClass().add("tl-section");
            body.getStyleClass().add("tl-indented");
        }
        getChildren().addAll(foot, body);
        toggle.selectedProperty().subscribe((before, now) -> {
            if (!showing) {
                container.turn(now);
            }
        });
    }

    private FieldHeader header(@Nullable String words) {
        FieldHeader made = new FieldHeader(container);
        made.getStyleClass().add("tl-section-header");
        fold.getStyleClass().addAll("tl-icon-button", "tl-fold");
        fold.setOnAction(event -> fold(!folded));
        made.lead(fold);
        if (words != null) {
            Label description = new Label(words);
            description.getStyleClass().add("tl-description");
            description.setMinWidth(0);
            made.trail(description);
        }
        state.getStyleClass().add("tl-hint");
        state.setMinWidth(USE_PREF_SIZE);
        made.trail(state);
        if (container.switchable() && container instanceof FormObject) {
            made.trail(toggle);
        }
        return made;
    }

    private void fold(boolean close) {
        folded = close;
        fold.setGraphic(Icons.small(folded ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN));
        refresh();
    }

    /// Shows the members in the body.
    abstract void fill(VBox into);

    /// What stands at the right of the header: how many there are.
    String count() {
        return "";
    }

    @Override
    final void refresh() {
        boolean open = container.open();
        showing = true;
        toggle.setSelected(open);
        showing = false;
        toggle.setId(InputForm.id(container.pointer()));
        toggle.setAccessibleText(WORDS.text("section.send", container.key()));
        state.setText(state(open));
        fold.setAccessibleText(
                folded ? WORDS.text("fold.open", container.key()) : WORDS.text("fold.close", container.key()));
        boolean foldable = shows();
        fold.setVisible(foldable);
        fold.setManaged(foldable);
        pseudoClassStateChanged(CLOSED, !foldable);
        if (header != null) {
            header.refresh(!(container instanceof FormObject));
        }
        foot.refresh(model().problems(container), !container.fits(), InputForm.consequence(model()));
        boolean shown = foldable && !folded;
        body.setVisible(shown);
        body.setManaged(shown);
        if (shown) {
            fill(body);
        }
    }

    private String state(boolean open) {
        if (open) {
            return count();
        }
        return switch (container.value()) {
            case null -> WORDS.text("section.left-out");
            case JsonValue value -> {
                String text = Json.write(value);
                yield text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
            }
        };
    }

    /// Whether there is anything to fold.
    boolean shows() {
        return container.open();
    }

    @Override
    void reveal(FormField within) {
        boolean inside = false;
        for (FormField around = within.parent(); around != null; around = around.parent()) {
            inside |= around.equals(container);
        }
        if (inside && folded) {
            fold(false);
        }
        super.reveal(within);
    }

    /// Its switch or its fold; without a header the first field in it.
    @Override
    Node target() {
        if (header == null) {
            return views().isEmpty() ? ifEmpty() : views().getFirst().target();
        }
        return container.switchable() && container instanceof FormObject ? toggle : fold;
    }

    /// What takes the focus where there is neither a header nor a field.
    Node ifEmpty() {
        return fold;
    }
}
