package dev.threadline.panel.event;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.words.Words;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A line of the connection ledger: when it was written, after which event, what it means, and what it says. JavaFX
/// thread only.
final class ConnectionFacts {
    private static final Words WORDS = Words.of(ConnectionFacts.class);

    private ConnectionFacts() {}

    static VBox of(ConnectionEntry line) {
        EventFactsGrid facts = new EventFactsGrid();
        facts.show(line);
        VBox words = new VBox(6, wrapped(meaning(line.kind()), "tl-medium"));
        String detail = line.detail();
        if (detail != null && !detail.isEmpty()) {
            words.getChildren().add(wrapped(detail, "tl-muted"));
        }
        words.setPadding(new Insets(10, 12, 12, 12));
        VBox both = new VBox(facts, words);
        both.setMinSize(0, 0);
        return both;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private static String meaning(ConnectionEntry.Kind kind) {
        return switch (kind) {
            case OPENED -> WORDS.text("connection.opened");
            case COMMENT -> WORDS.text("connection.comment");
            case ENDED -> WORDS.text("connection.ended");
            case CUT -> WORDS.text("connection.cut");
            case TAIL -> WORDS.text("connection.tail");
            case GAP -> WORDS.text("connection.gap");
            case CLOSED -> WORDS.text("connection.closed");
            case RESUMED -> WORDS.text("connection.resumed");
            case TRIED -> WORDS.text("connection.tried");
            case DUPLICATE -> WORDS.text("connection.duplicate");
            case FILLED -> WORDS.text("connection.filled");
        };
    }
}
