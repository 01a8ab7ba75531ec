package dev.threadline.ui.start;

import dev.threadline.capture.CaptureFolder;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The captures written last, each a row that opens it.
public final class RecentCaptures extends VBox {
    private static final Words WORDS = Words.of(RecentCaptures.class);
    private static final int SHOWN = 6;

    private final Label amount = new Label();
    private final VBox rows = new VBox();
    private final Consumer<Path> open;

    /// An empty list that opens what is chosen.
    public RecentCaptures(Consumer<Path> open) {
        super(8);
        this.open = open;
        Label heading = new Label(WORDS.text("recent.title"));
        heading.getStyleClass().add("tl-heading");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        amount.getStyleClass().add("tl-muted");
        HBox head = new HBox(heading, space, amount);
        head.setAlignment(Pos.CENTER_LEFT);
        rows.getStyleClass().add("tl-line-top");
        getChildren().addAll(head, rows);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// Shows the newest of these.
    public void show(List<CaptureFolder.Item> items, Instant now) {
        int shown = Math.min(SHOWN, items.size());
        setVisible(shown > 0);
        amount.setText(WORDS.text("recent.amount", Integer.toString(shown), Integer.toString(items.size())));
        rows.getChildren().clear();
        items.subList(0, shown).forEach(item -> rows.getChildren().add(row(item, now)));
    }

    private Node row(CaptureFolder.Item item, Instant now) {
        String file = item.file().getFileName().toString();
        var info = item.info();
        String name = info == null ? file : info.assistant();
        String thread = info == null || info.threadId() == null ? "" : "…" + Figures.tail(info.threadId());
        Label words = new Label(name, Icons.small(Feather.FILE));
        words.getStyleClass().add("tl-medium");
        Label tail = new Label(thread);
        tail.getStyleClass().addAll("tl-data", "tl-subtle");
        HBox first = new HBox(8, words, tail);
        first.setAlignment(Pos.CENTER_LEFT);
        first.setPrefWidth(300);
        Label where = new Label(
                info == null ? WORDS.text("recent.unreadable") : info.deployment(), Icons.small(Feather.SERVER));
        where.getStyleClass().add("tl-muted");
        where.setPrefWidth(200);
        Label size = new Label(Figures.bytes(item.size()));
        size.getStyleClass().add("tl-data");
        size.setPrefWidth(110);
        size.setAlignment(Pos.CENTER_RIGHT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label age = new Label(Figures.age(item.modified(), now));
        age.getStyleClass().add("tl-muted");
        HBox content = new HBox(8, first, where, size, space, age);
        content.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button("", content);
        row.getStyleClass().addAll("tl-row", "tl-recent");
        row.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(row.widthProperty().subtract(18));
        row.setAccessibleText(WORDS.text("recent.open", file));
        row.setOnAction(e -> open.accept(item.file()));
        return row;
    }
}
