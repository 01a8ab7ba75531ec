package dev.threadline.ui.connect;

import dev.threadline.settings.KnownDeployment;
import dev.threadline.ui.kit.Buttons;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The deployments that were connected to before, each a row that connects again and can be forgotten. JavaFX thread
/// only.
public final class KnownDeployments extends VBox {
    private static final Words WORDS = Words.of(KnownDeployments.class);
    private static final int SHOWN = 4;

    private final Consumer<KnownDeployment> connect;
    private final Consumer<KnownDeployment> forget;

    /// An empty list.
    public KnownDeployments(Consumer<KnownDeployment> connect, Consumer<KnownDeployment> forget) {
        super(4);
        this.connect = connect;
        this.forget = forget;
        setId("known-deployments");
        show(List.of(), Instant.EPOCH);
    }

    /// Shows the last used of these.
    public void show(List<KnownDeployment> known, Instant now) {
        getChildren().clear();
        setVisible(!known.isEmpty());
        setManaged(!known.isEmpty());
        Label heading = new Label(
                known.size() > SHOWN
                        ? WORDS.text("knownDeployments.some", Integer.toString(SHOWN), Integer.toString(known.size()))
                        : WORDS.text("knownDeployments.all"));
        heading.getStyleClass().addAll("tl-medium", "tl-muted");
        heading.setMinHeight(20);
        VBox rows = new VBox();
        rows.getStyleClass().add("tl-line-top");
        known.stream().limit(SHOWN).forEach(each -> rows.getChildren().add(row(each, now)));
        getChildren().addAll(heading, rows);
    }

    private Node row(KnownDeployment each, Instant now) {
        Label name = new Label(each.name(), Icons.small(Feather.SERVER));
        name.getStyleClass().add("tl-medium");
        name.setPrefWidth(150);
        Label place = new Label(each.place());
        place.getStyleClass().addAll("tl-data", "tl-muted");
        place.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label age = new Label(Figures.age(each.used(), now));
        age.getStyleClass().add("tl-muted");
        age.setMinWidth(Region.USE_PREF_SIZE);
        HBox content = new HBox(8, name, place, space, age);
        content.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button("", content);
        row.getStyleClass().addAll("tl-row", "tl-recent");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinWidth(0);
        HBox.setHgrow(row, Priority.ALWAYS);
        content.prefWidthProperty().bind(row.widthProperty().subtract(18));
        row.setAccessibleText(WORDS.text("knownDeployments.connect", each.name(), each.place()));
        row.setOnAction(e -> connect.accept(each));
        row.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DELETE) {
                forget.accept(each);
            }
        });
        Button remove =
                Buttons.icon(WORDS.text("knownDeployments.forget", each.name()), Feather.X, () -> forget.accept(each));
        HBox whole = new HBox(2, row, remove);
        whole.setAlignment(Pos.CENTER_LEFT);
        return whole;
    }
}
