package dev.threadline.ui.menu;

import dev.threadline.words.Words;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a step of the tour says, with the buttons that turn its pages.
final class TourCard extends VBox {
    static final double WIDTH = 340;

    private static final Words WORDS = Words.of(TourCard.class);

    private final Button next;

    TourCard(String title, String text, int step, int steps, Runnable end, Runnable back, Runnable forth) {
        super(6);
        getStyleClass().add("tl-tour-card");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(title + ". " + text);
        setId("tour-card");
        Label head = new Label(title);
        head.getStyleClass().add("tl-heading");
        Label body = new Label(text);
        body.setWrapText(true);
        body.setMinHeight(USE_PREF_SIZE);
        Label count = new Label(WORDS.text("tourCard.count", Integer.toString(step + 1), Integer.toString(steps)));
        count.getStyleClass().addAll("tl-small", "tl-subtle");
        count.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        boolean last = step + 1 == steps;
        Button skip = small(WORDS.text("tourCard.end"), end);
        skip.setId("tour-end");
        skip.getStyleClass().add("tl-quiet");
        Button previous = small(WORDS.text("tourCard.back"), back);
        previous.setId("tour-back");
        next = small(last ? WORDS.text("tourCard.done") : WORDS.text("tourCard.next"), forth);
        next.setId("tour-next");
        next.getStyleClass().add("tl-primary");
        HBox foot = new HBox(8, count, space);
        if (!last) {
            foot.getChildren().add(skip);
        }
        if (step > 0) {
            foot.getChildren().add(previous);
        }
        foot.getChildren().add(next);
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox.setMargin(foot, new javafx.geometry.Insets(6, 0, 0, 0));
        getChildren().addAll(head, body, foot);
    }

    void focusNext() {
        next.requestFocus();
    }

    private static Button small(String words, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().add("tl-small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
