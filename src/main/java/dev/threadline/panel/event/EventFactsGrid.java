package dev.threadline.panel.event;

import dev.threadline.capture.EventFacts;
import dev.threadline.capture.EventFlag;
import dev.threadline.ui.kit.Figures;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The facts of one event, name beside value. JavaFX thread only.
final class EventFactsGrid extends FlowPane {
    EventFactsGrid() {
        super(20, 0);
        getStyleClass().addAll("tl-event-facts", "tl-line-bottom-muted");
    }

    /// Shows the facts.
    void show(EventFacts facts) {
        getChildren().clear();
        fact("seq", Long.toString(facts.seq()));
        fact("run", Integer.toString(facts.run()));
        fact("event", facts.name());
        fact("id", facts.id() == null ? "none" : facts.id());
        fact("kind", facts.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        fact("arrived", Figures.clock(facts.receivedAt()));
        fact("server time", facts.hasServerTime() ? Figures.clock(facts.serverTime()) : "none");
        fact("size", Figures.bytes(facts.size()));
        fact("namespace", facts.namespace().isEmpty() ? "root" : facts.namespace());
        fact("node", facts.node());
        fact("step", facts.hasStep() ? Integer.toString(facts.step()) : null);
        fact("task", facts.task());
        fact("about", facts.ref());
        if (facts.is(EventFlag.DUPLICATE)) {
            fact("replayed", "already in the capture");
        }
        if (facts.is(EventFlag.MASKED)) {
            Label masked = new Label("A secret value in this event was replaced before it was kept.");
            masked.getStyleClass().add("tl-event-masked");
            getChildren().add(masked);
        }
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
