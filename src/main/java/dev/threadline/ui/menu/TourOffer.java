package dev.threadline.ui.menu;

import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The question, once after the first run, whether the tour is wanted; it stays until it is answered.
public final class TourOffer extends HBox {
    private static final Words WORDS = Words.of(TourOffer.class);

    /// An offer; one of the answers is run, once.
    public TourOffer(Runnable yes, Runnable no) {
        super(12);
        setId("tour-offer");
        getStyleClass().add("tl-toast");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label words = new Label(WORDS.text("tourOffer.words"), Icons.of(Feather.COMPASS));
        words.setGraphicTextGap(8);
        Button take = new Button(WORDS.text("tourOffer.take"));
        take.setId("tour-take");
        take.getStyleClass().addAll("tl-small", "tl-primary");
        take.setOnAction(e -> yes.run());
        Button leave = new Button(WORDS.text("tourOffer.leave"));
        leave.setId("tour-leave");
        leave.getStyleClass().addAll("tl-small", "tl-quiet");
        leave.setOnAction(e -> no.run());
        getChildren().addAll(words, take, leave);
    }
}
