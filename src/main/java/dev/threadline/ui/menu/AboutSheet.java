package dev.threadline.ui.menu;

import dev.threadline.cli.Version;
import dev.threadline.ui.kit.Buttons;
import dev.threadline.ui.kit.CopyButton;
import dev.threadline.ui.theme.Mark;
import dev.threadline.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What Threadline is, which version, and what of others it is made of. JavaFX thread only.
public final class AboutSheet extends Sheet {
    private static final Words WORDS = Words.of(AboutSheet.class);

    private final Button copy;

    /// The sheet over the list of libraries.
    public AboutSheet(List<Library> libraries) {
        this(libraries, copyButton(libraries));
    }

    private AboutSheet(List<Library> libraries, Button copy) {
        super("about", WORDS.text("aboutSheet.title"), 640, content(libraries), copy);
        this.copy = copy;
    }

    @Override
    protected Node first() {
        return copy;
    }

    private static Button copyButton(List<Library> libraries) {
        Button copy =
                Buttons.of(WORDS.text("aboutSheet.copy"), Feather.COPY, "", () -> CopyButton.put(text(libraries)));
        copy.setId("about-copy");
        return copy;
    }

    /// All of it as plain text.
    static String text(List<Library> libraries) {
        return String.join("\n", FaultReport.versions()) + "\n\n"
                + libraries.stream()
                        .map(each -> String.join("  ", each.name(), each.version(), each.licence(), each.address())
                                .strip())
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static VBox content(List<Library> libraries) {
        Label name = new Label(WORDS.text("aboutSheet.version", Version.number()));
        name.getStyleClass().add("tl-title");
        name.setId("about-version");
        HBox head = new HBox(12, Mark.node(24), name);
        head.setAlignment(Pos.CENTER_LEFT);
        Label what = new Label(WORDS.text("aboutSheet.what"));
        what.getStyleClass().addAll("tl-prose", "tl-muted");
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        VBox versions = new VBox();
        FaultReport.versions().stream().skip(1).forEach(line -> {
            Label label = new Label(line);
            label.getStyleClass().add("tl-data");
            versions.getChildren().add(label);
        });
        Label heading = new Label(WORDS.text("aboutSheet.libraries", Integer.toString(libraries.size())));
        heading.getStyleClass().add("tl-heading");
        VBox content = new VBox(12, head, what, versions, heading, grid(libraries));
        return content;
    }

    private static Node grid(List<Library> libraries) {
        GridPane grid = new GridPane();
        grid.setId("libraries");
        grid.setHgap(16);
        grid.setVgap(4);
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(), grow);
        for (int row = 0; row < libraries.size(); row++) {
            Library each = libraries.get(row);
            grid.addRow(row, label(each.name(), "tl-medium"), label(each.version(), "tl-data"), licence(each));
        }
        return grid;
    }

    private static Label licence(Library each) {
        Label label = label(each.licence(), "tl-muted");
        if (!each.address().isEmpty()) {
            label.setTooltip(new Tooltip(each.address()));
        }
        return label;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
