package dev.threadline.panel.event;

import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.ui.kit.Figures;
import dev.threadline.words.Words;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The facts of one event, name beside value. JavaFX thread only.
final class EventFactsGrid extends FlowPane {
    private static final Words WORDS = Words.of(EventFactsGrid.class);

    EventFactsGrid() {
        super(20, 0);
        getStyleClass().addAll("tl-event-facts", "tl-line-bottom-muted");
    }

    /// Shows the facts.
    void show(EventFacts facts) {
        getChildren().clear();
        fact(WORDS.text("fact.seq"), Long.toString(facts.seq()));
        fact(WORDS.text("fact.run"), Integer.toString(facts.run()));
        fact(WORDS.text("fact.event"), facts.name());
        fact(WORDS.text("fact.id"), facts.id() == null ? WORDS.text("fact.none") : facts.id());
        fact(
                WORDS.text("fact.kind"),
                facts.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        fact(WORDS.text("fact.arrived"), Figures.clock(facts.receivedAt()));
        fact(
                WORDS.text("fact.server-time"),
                facts.hasServerTime() ? Figures.clock(facts.serverTime()) : WORDS.text("fact.none"));
        fact(WORDS.text("fact.size"), Figures.bytes(facts.size()));
        fact(WORDS.text("fact.namespace"), facts.namespace().isEmpty() ? WORDS.text("fact.root") : facts.namespace());
        fact(WORDS.text("fact.node"), facts.node());
        fact(WORDS.text("fact.step"), facts.hasStep() ? Integer.toString(facts.step()) : null);
        fact(WORDS.text("fact.task"), facts.task());
        fact(WORDS.text("fact.about"), facts.ref());
        if (facts.is(EventFlag.DUPLICATE)) {
            fact(WORDS.text("fact.replayed"), WORDS.text("fact.replayed.already"));
        }
        if (facts.is(EventFlag.MASKED)) {
            Label masked = new Label(WORDS.text("fact.masked"));
            masked.getStyleClass().add("tl-event-masked");
            getChildren().add(masked);
        }
    }

    /// Shows the facts of a line of the connection ledger.
    void show(ConnectionEntry line) {
        getChildren().clear();
        fact(WORDS.text("fact.kind"), line.kind().name().toLowerCase(Locale.ROOT));
        fact(WORDS.text("fact.run"), Integer.toString(line.run()));
        fact(WORDS.text("fact.after"), line.afterSeq() == 0 ? WORDS.text("fact.none") : Long.toString(line.afterSeq()));
        fact(WORDS.text("fact.when"), Figures.clock(line.at()));
    }

    private void fact(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return;
        }
        Label key = new Label(name);
        key.getStyleClass().add("tl-muted");
        key.setMinWidth(USE_PREF_SIZE);
        Label text = new Label(value);
        text.getStyleClass().add("tl-data");
        text.setMaxWidth(320);
        text.setTooltip(new Tooltip(value));
        HBox both = new HBox(6, key, text);
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMinHeight(20);
        getChildren().add(both);
    }
}
