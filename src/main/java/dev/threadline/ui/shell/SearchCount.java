package dev.threadline.ui.shell;

import dev.threadline.capture.Needle;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.RunSearch;
import dev.threadline.words.Words;
import javafx.scene.control.Label;

/// How much a search found so far, in words. JavaFX thread only.
final class SearchCount {
    private static final Words WORDS = Words.of(SearchCount.class);

    private final OpenRun run;
    private final RunSearch search;
    private boolean tooLong;

    SearchCount(OpenRun run) {
        this.run = run;
        this.search = run.search();
    }

    /// Whether the text is too long to be looked for.
    void tooLong(boolean is) {
        tooLong = is;
    }

    void show(Label label) {
        String now = words();
        if (!now.equals(label.getText())) {
            label.setText(now);
        }
    }

    private String words() {
        String found = Figures.count(search.hits().size());
        return switch (search.state()) {
            case OFF -> tooLong ? WORDS.text("count.too-long", Figures.count(Needle.LONGEST)) : "";
            // A search that is over in a moment does not flicker.
            case RUNNING -> search.searched() == 0 ? "" : WORDS.text("count.so-far", found, percent());
            case STOPPED -> WORDS.text("count.stopped", found, percent());
            case FAILED -> search.failure();
            case DONE -> done(found);
        };
    }

    private String done(String found) {
        if (search.unreadable() > 0) {
            return WORDS.text("count.unreadable", found, Figures.count(search.unreadable()));
        }
        int current = search.current();
        return current >= 0
                ? WORDS.text("count.at", Figures.count(current + 1L), found)
                : WORDS.text("count.all", found, Figures.count(run.log().size()));
    }

    private String percent() {
        return Integer.toString(
                (int) (100L * search.searched() / Math.max(1, run.log().size())));
    }
}
