package dev.threadline.ui.kit;

import dev.threadline.ui.theme.Icons;
import dev.threadline.ui.theme.Theme;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The small messages at the lower right of a window: what was just done, and perhaps a way back. At most three; each
/// goes by itself, but not while the pointer or the focus is on it (look, section 8). JavaFX thread only.
public final class Toasts extends VBox {
    private static final Words WORDS = Words.of(Toasts.class);
    private static final int MOST = 3;
    private static final Duration STAYS = Duration.seconds(4);

    /// A way back has to be read, decided and reached.
    private static final Duration STAYS_WITH_VERB = Duration.seconds(8);

    private static final Duration FADE = Duration.millis(120);

    private final Theme theme;
    private final List<Toast> shown = new ArrayList<>();

    /// No message yet.
    public Toasts(Theme theme) {
        super(8);
        this.theme = theme;
        setId("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPadding(new Insets(0, 16, 36, 16));
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /// Says that something was done.
    public void show(Feather icon, String words) {
        add(new Toast(icon, words, "", () -> {}, () -> {}));
    }

    /// Says it with a verb that can be pressed while the message is there.
    ///
    /// @param chosen run when the verb is pressed
    /// @param gone run when the message has gone and the verb was not pressed
    public void show(Feather icon, String words, String verb, Runnable chosen, Runnable gone) {
        add(new Toast(icon, words, verb, chosen, gone));
    }

    /// Presses the verb of the newest message that has one; whether there was one.
    public boolean chooseNewest() {
        for (int i = shown.size() - 1; i >= 0; i--) {
            Toast toast = shown.get(i);
            if (toast.verb != null) {
                toast.choose();
                return true;
            }
        }
        return false;
    }

    /// Takes all messages away.
    public void clear() {
        List.copyOf(shown).forEach(Toast::leave);
    }

    private void add(Toast toast) {
        while (shown.size() >= MOST) {
            shown.getFirst().leave();
        }
        shown.add(toast);
        getChildren().add(toast);
        toast.appear();
    }

    private final class Toast extends HBox {
        private final PauseTransition clock;
        private final Runnable chosen;
        private final Runnable gone;
        private final @Nullable Button verb;

        private Toast(Feather icon, String words, String verb, Runnable chosen, Runnable gone) {
            super(8);
            this.chosen = chosen;
            this.gone = gone;
            clock = new PauseTransition(verb.isEmpty() ? STAYS : STAYS_WITH_VERB);
            clock.setOnFinished(e -> leave());
            getStyleClass().add("tl-toast");
            setAlignment(Pos.CENTER_LEFT);
            setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
            Label label = new Label(words, Icons.of(icon));
            label.setGraphicTextGap(8);
            label.setMaxWidth(480);
            HBox.setHgrow(label, Priority.ALWAYS);
            getChildren().add(label);
            this.verb = verb.isEmpty() ? null : link(verb);
            getChildren().add(Buttons.icon(WORDS.text("toasts.close"), Feather.X, this::leave));
            hoverProperty().subscribe(this::hold);
            focusWithinProperty().subscribe(this::hold);
        }

        private Button link(String words) {
            Button link = new Button(words);
            link.getStyleClass().add("tl-link");
            link.setMinWidth(USE_PREF_SIZE);
            link.setOnAction(e -> choose());
            HBox.setMargin(link, new Insets(0, 0, 0, 8));
            getChildren().add(link);
            return link;
        }

        private void appear() {
            if (!theme.still()) {
                FadeTransition fade = new FadeTransition(FADE, this);
                fade.setFromValue(0);
                fade.setToValue(1);
                fade.play();
            }
            clock.playFromStart();
        }

        private void hold() {
            if (isHover() || isFocusWithin()) {
                clock.stop();
            } else if (shown.contains(this)) {
                clock.playFromStart();
            }
        }

        private void choose() {
            if (remove()) {
                chosen.run();
            }
        }

        private void leave() {
            if (remove()) {
                gone.run();
            }
        }

        private boolean remove() {
            clock.stop();
            boolean there = shown.remove(this);
            Node focus = getScene() == null ? null : getScene().getFocusOwner();
            boolean focused = focus != null && isFocusWithin();
            Toasts.this.getChildren().remove(this);
            if (focused && Toasts.this.getScene() != null) {
                Toasts.this.getScene().getRoot().requestFocus();
            }
            return there;
        }
    }
}
