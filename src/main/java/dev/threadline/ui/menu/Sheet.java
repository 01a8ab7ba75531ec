package dev.threadline.ui.menu;

import dev.threadline.ui.kit.Buttons;
import dev.threadline.words.Words;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A page that lies over the window until it is closed: a title with a cross, content that scrolls, perhaps a foot.
///
/// JavaFX thread only.
public class Sheet extends VBox {
    private static final Words WORDS = Words.of(Sheet.class);

    private final ScrollPane scroll;
    private Runnable close = () -> {};

    /// A sheet of a width in px.
    ///
    /// @param foot buttons below the content, the first one on the left; may be none
    public Sheet(String id, String title, double width, Region content, Node... foot) {
        setId(id);
        getStyleClass().add("tl-sheet");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(title);
        setMinWidth(0);
        setPrefWidth(width);
        setMaxSize(width, USE_PREF_SIZE);
        Label name = new Label(title);
        name.getStyleClass().add("tl-heading");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, name, space, Buttons.icon(WORDS.text("sheet.close"), Feather.X, () -> close.run()));
        head.getStyleClass().addAll("tl-header", "tl-line-bottom");
        content.setPadding(new Insets(16));
        scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        // Its own guess knows nothing of lines that wrap.
        scroll.prefViewportHeightProperty().bind(content.heightProperty());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        if (foot.length > 0) {
            HBox bar = new HBox(8, foot);
            bar.setAlignment(Pos.CENTER_LEFT);
            bar.setPadding(new Insets(10, 16, 10, 16));
            bar.getStyleClass().addAll("tl-line-top-muted", "tl-chrome");
            bar.setMinHeight(USE_PREF_SIZE);
            getChildren().add(bar);
        }
    }

    /// What has the focus when the sheet opens.
    protected Node first() {
        return this;
    }

    /// Closes the sheet.
    protected final void close() {
        close.run();
    }

    /// Called when the sheet has gone.
    protected void closed() {}

    final void onClose(Runnable action) {
        close = action;
    }
}
