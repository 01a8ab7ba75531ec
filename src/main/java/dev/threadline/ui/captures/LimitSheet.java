package dev.threadline.ui.captures;

import dev.threadline.capture.CaptureFolder.Item;
import dev.threadline.ui.kit.Buttons;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.menu.Sheet;
import dev.threadline.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The captures that would have to go for the folder to keep within its limit, oldest first, and the question whether
/// they shall. JavaFX thread only.
public final class LimitSheet extends Sheet {
    private static final Words WORDS = Words.of(LimitSheet.class);

    private final Button delete;

    /// Asks about what is over a limit.
    ///
    /// @param agreed given the captures to delete, when the user says so
    public LimitSheet(FolderLimit limit, Consumer<List<Path>> agreed) {
        this(limit, new Button[] {button(limit), new Button(WORDS.text("limitSheet.keep"))}, agreed);
    }

    private LimitSheet(FolderLimit limit, Button[] buttons, Consumer<List<Path>> agreed) {
        super("captures-limit", WORDS.text("limitSheet.title"), 560, rows(limit), buttons);
        delete = buttons[0];
        delete.setId("delete-over");
        delete.setOnAction(e -> {
            close();
            agreed.accept(limit.over().stream().map(Item::file).toList());
        });
        buttons[1].setId("keep-over");
        buttons[1].setOnAction(e -> close());
    }

    private static Button button(FolderLimit limit) {
        int count = limit.over().size();
        Button button =
                Buttons.of(WORDS.text("limitSheet.delete", count, Figures.count(count)), Feather.TRASH_2, "", () -> {});
        button.getStyleClass().add("tl-danger");
        return button;
    }

    private static VBox rows(FolderLimit limit) {
        Label words = new Label(WORDS.text(
                "limitSheet.words",
                Figures.bytes(limit.total()),
                Figures.bytes(limit.limit()),
                Figures.bytes(limit.freed())));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox list = new VBox();
        list.getStyleClass().add("tl-line-top");
        Instant now = Instant.now();
        limit.over().forEach(item -> list.getChildren().add(row(item, now)));
        return new VBox(12, words, list);
    }

    private static Node row(Item item, Instant now) {
        Label name = new Label(item.name());
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.SOMETIMES);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label size = new Label(Figures.bytes(item.size()));
        size.getStyleClass().add("tl-data");
        size.setMinWidth(Region.USE_PREF_SIZE);
        Label age = new Label(Figures.age(item.modified(), now));
        age.getStyleClass().add("tl-muted");
        age.setMinWidth(64);
        HBox row = new HBox(16, name, space, size, age);
        row.getStyleClass().addAll("tl-panel-header", "tl-line-bottom-muted");
        return row;
    }

    @Override
    protected Node first() {
        return delete;
    }
}
