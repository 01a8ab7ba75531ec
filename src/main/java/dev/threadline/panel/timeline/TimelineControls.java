package dev.threadline.panel.timeline;

import dev.threadline.ui.kit.Buttons;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The buttons over the gutter: zoom out, zoom in, fit, and follow. The keyboard reaches them by their keys.
final class TimelineControls extends HBox {
    private static final Words WORDS = Words.of(TimelineControls.class);
    static final double FACTOR = 1.5;

    private final ToggleButton follow =
            new ToggleButton(WORDS.text("controls.follow"), Icons.small(Feather.SKIP_FORWARD));

    TimelineControls(TimelineView view, OpenRun run) {
        setAlignment(Pos.CENTER_LEFT);
        Button out = Buttons.icon(WORDS.text("controls.out"), Feather.ZOOM_OUT, () -> zoom(view, 1 / FACTOR));
        Button in = Buttons.icon(WORDS.text("controls.in"), Feather.ZOOM_IN, () -> zoom(view, FACTOR));
        Button fit = Buttons.icon(WORDS.text("controls.fit"), Feather.MAXIMIZE_2, () -> fit(view));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        follow.getStyleClass().addAll("tl-small", "tl-follow");
        follow.setMinWidth(0);
        follow.setTooltip(new Tooltip(WORDS.text("controls.follow.what")));
        follow.setAccessibleText(WORDS.text("controls.follow"));
        follow.selectedProperty().bindBidirectional(run.playhead().follow());
        getChildren().addAll(out, in, fit, space, follow);
        getChildren().forEach(child -> child.setFocusTraversable(false));
    }

    /// Zooms around the middle of what is visible.
    static void zoom(TimelineView view, double factor) {
        Frame frame = view.frame();
        if (frame != null) {
            view.glide();
            view.viewport().zoom(factor, (frame.width() - frame.gutter()) / 2);
        }
    }

    /// Shows all.
    static void fit(TimelineView view) {
        view.glide();
        view.viewport().fit();
    }

    @Override
    protected void layoutChildren() {
        follow.setContentDisplay(getWidth() < 160 ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        super.layoutChildren();
    }
}
