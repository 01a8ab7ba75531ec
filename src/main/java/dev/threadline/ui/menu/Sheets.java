package dev.threadline.ui.menu;

import dev.threadline.ui.kit.Focus;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The layer over a window that sheets lie on, one at a time: it keeps the focus and the keys until the sheet closes.
///
/// Esc and a click beside the sheet close it. JavaFX thread only.
public final class Sheets extends StackPane {
    private static final Insets ROOM = new Insets(32, 24, 32, 24);

    private @Nullable Sheet shown;
    private @Nullable Node before;
    private boolean backwards;

    /// An empty layer.
    public Sheets() {
        getStyleClass().add("tl-scrim");
        setPadding(ROOM);
        setAlignment(Pos.CENTER);
        setVisible(false);
        setOnMousePressed(e -> {
            if (e.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, e -> backwards = e.getCode() == KeyCode.TAB && e.isShiftDown());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        sceneProperty().subscribe((old, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(owner -> keepFocus(scene, owner));
            }
        });
    }

    /// Shows a sheet in the place of the one that is there.
    public void show(Sheet sheet) {
        Scene scene = getScene();
        if (shown == null) {
            before = scene == null ? null : scene.getFocusOwner();
        } else {
            shown.closed();
        }
        shown = sheet;
        sheet.onClose(this::close);
        getChildren().setAll(sheet);
        setVisible(true);
        applyCss();
        layout();
        Focus.first(sheet.first());
    }

    /// The sheet on screen, or null.
    public @Nullable Sheet shown() {
        return shown;
    }

    /// Takes the sheet away and gives the focus back.
    public void close() {
        Sheet gone = shown;
        if (gone == null) {
            return;
        }
        shown = null;
        setVisible(false);
        getChildren().clear();
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
        before = null;
        gone.closed();
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            close();
            e.consume();
        } else if (e.isShortcutDown() || e.isControlDown() || e.getCode().isFunctionKey()) {
            // The window's own keys wait until the sheet is gone.
            e.consume();
        }
    }

    private void keepFocus(Scene scene, @Nullable Node owner) {
        if (shown == null || !scene.equals(getScene()) || owner == null || within(owner, this)) {
            return;
        }
        List<Node> stops = new ArrayList<>();
        collect(shown, stops);
        if (!stops.isEmpty()) {
            (backwards ? stops.getLast() : stops.getFirst()).requestFocus();
        }
    }

    private static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
        }
    }

    private static boolean within(Node node, Node layer) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(layer)) {
                return true;
            }
        }
        return false;
    }
}
