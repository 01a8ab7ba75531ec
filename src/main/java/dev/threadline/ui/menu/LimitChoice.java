package dev.threadline.ui.menu;

import dev.threadline.settings.Preferences;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.Segments;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How much room captures may take before the window asks which may go. JavaFX thread only.
final class LimitChoice {
    private static final Words WORDS = Words.of(LimitChoice.class);
    private static final long GB = 1_000_000_000L;
    private static final List<Long> OFFERED = List.of(0L, GB, 5 * GB, 20 * GB, 100 * GB);

    private final VBox node;

    LimitChoice(Preferences preferences) {
        long now = preferences.now().capturesLimit();
        List<Long> offered = new ArrayList<>(OFFERED);
        if (!offered.contains(now)) {
            // Somebody wrote another one into the file.
            offered.add(now);
            offered.sort(null);
        }
        Segments<Long> limits = new Segments<>(WORDS.text("settingsSheet.limit"), offered, LimitChoice::word);
        limits.value().set(now);
        limits.value().subscribe(bytes -> preferences.change(old -> old.withCapturesLimit(bytes)));
        limits.node().setId("captures-limit-choice");
        Label hint = new Label(WORDS.text("limitChoice.hint"));
        hint.getStyleClass().addAll("tl-small", "tl-subtle");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        node = new VBox(6, limits.node(), hint);
        node.setMinWidth(0);
    }

    Node node() {
        return node;
    }

    private static String word(long bytes) {
        if (bytes == 0) {
            return WORDS.text("limitChoice.none");
        }
        return bytes % GB == 0 ? WORDS.text("limitChoice.gb", Long.toString(bytes / GB)) : Figures.bytes(bytes);
    }
}
