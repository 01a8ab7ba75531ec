package dev.threadline.ui.shell;

import dev.threadline.run.RunStatus;
import dev.threadline.ui.theme.Glyph;
import dev.threadline.ui.theme.Theme;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A run's status in a pill: glyph, word, at most one detail (look, section 8).
public final class StatusPill extends HBox {
    private final Theme theme;
    private final Label word = new Label();
    private @Nullable RunStatus shown;

    /// An empty pill.
    public StatusPill(Theme theme) {
        this.theme = theme;
        getStyleClass().add("tl-pill");
        setMinWidth(USE_PREF_SIZE);
        setId("status-pill");
    }

    /// Shows a status; the detail may be empty.
    public void show(RunStatus status, String detail) {
        if (shown != status) {
            shown = status;
            getStyleClass().removeAll("running", "success", "waiting", "failed");
            switch (status) {
                case STARTING, RUNNING -> getStyleClass().add("running");
                case SUCCESS -> getStyleClass().add("success");
                case WAITING -> getStyleClass().add("waiting");
                case FAILED -> getStyleClass().add("failed");
                case CANCELLED, UNKNOWN -> {}
            }
            getChildren().setAll(glyph(status).node(theme, 10), word);
        }
        String text = detail.isEmpty() ? status.text() : status.text() + " · " + detail;
        if (!text.equals(word.getText())) {
            word.setText(text);
            setAccessibleText(text);
        }
    }

    /// The mark of a status.
    public static Glyph glyph(RunStatus status) {
        return switch (status) {
            case STARTING -> Glyph.NOT_YET;
            case RUNNING -> Glyph.RUNNING;
            case SUCCESS -> Glyph.DONE;
            case WAITING -> Glyph.WAITING;
            case FAILED -> Glyph.FAILED;
            case CANCELLED -> Glyph.CANCELLED;
            case UNKNOWN -> Glyph.UNKNOWN;
        };
    }
}
