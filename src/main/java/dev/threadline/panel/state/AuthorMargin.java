package dev.threadline.panel.state;

import dev.threadline.ui.kit.JsonRow;
import dev.threadline.ui.kit.JsonTree;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.RowFlow.Row;
import dev.threadline.ui.theme.Fonts;
import java.util.function.Function;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// The column "last written by" at the right of the state: swatch, node, step. JavaFX thread only.
final class AuthorMargin implements JsonTree.Margin {
    private static final double WIDEST = 180;

    private final Font words = Fonts.words(11);
    private final OpenRun run;
    private final Function<JsonRow, Authors.@Nullable Author> authors;

    AuthorMargin(OpenRun run, Function<JsonRow, Authors.@Nullable Author> authors) {
        this.run = run;
        this.authors = authors;
    }

    @Override
    public double draw(Row at, JsonRow row) {
        Authors.Author author = authors.apply(row);
        if (author == null) {
            return 0;
        }
        double room = Math.min(WIDEST, at.width() / 3);
        double right = at.width() - 12;
        double width = at.ink().right(words, at.faint(), author.words(), right, at.middle(), room);
        String node = author.node();
        if (node == null) {
            return width + 8;
        }
        at.g().setFill(at.palette().lane(run.colors().of(node)));
        at.g().fillRoundRect(right - width - 14, Math.rint(at.middle()) - 4, 8, 8, 4, 4);
        return width + 22;
    }
}
