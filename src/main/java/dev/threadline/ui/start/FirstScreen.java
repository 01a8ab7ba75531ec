package dev.threadline.ui.start;

import dev.threadline.capture.SampleCapture;
import dev.threadline.ui.connect.ConnectForm;
import dev.threadline.ui.kit.Panes;
import dev.threadline.ui.theme.Icons;
import dev.threadline.ui.theme.Mark;
import dev.threadline.words.Words;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the window shows while nothing is open: connect, or open a capture; below, what was recorded last.
public final class FirstScreen extends ScrollPane implements Panes {
    private static final double WIDE = 944;
    private static final Words WORDS = Words.of(FirstScreen.class);

    /// What the first screen can ask for.
    public interface Actions {
        /// Let the user choose a capture.
        void chooseCapture();

        /// Start the demo and connect to it.
        void tryDemo();

        /// Show a capture that comes with the program.
        void openSample(SampleCapture sample);
    }

    /// What stands on the first screen beside its own words.
    ///
    /// @param form connects
    /// @param known the deployments used before
    /// @param devServer helps to start a server
    /// @param recent the captures written last
    /// @param corner buttons at the right of its head
    public record Parts(ConnectForm form, Node known, DevServer devServer, RecentCaptures recent, Node corner) {}

    private final Parts parts;
    private final Node brand;

    /// The first screen over its parts.
    public FirstScreen(Parts parts, Actions actions) {
        this.parts = parts;
        setFitToWidth(true);
        setId("first-screen");
        Label title = new Label(WORDS.text("first.title"));
        title.getStyleClass().add("tl-title");
        Label below = new Label(WORDS.text("first.below"));
        below.getStyleClass().addAll("tl-muted", "tl-prose");
        below.setWrapText(true);
        SampleRuns samples = new SampleRuns(actions::openSample);
        VBox page = new VBox(title, below, columns(parts, actions), parts.recent(), samples);
        VBox.setMargin(below, new Insets(4, 0, 0, 0));
        VBox.setMargin(parts.recent(), new Insets(40, 0, 0, 0));
        VBox.setMargin(samples, new Insets(32, 0, 0, 0));
        page.setMaxWidth(WIDE);
        HBox middle = new HBox(page);
        HBox.setHgrow(page, Priority.ALWAYS);
        middle.setAlignment(Pos.TOP_CENTER);
        middle.setPadding(new Insets(64, 24, 24, 24));
        brand = brand(parts.corner());
        brand.managedProperty().bind(brand.visibleProperty());
        setContent(new VBox(brand, middle));
    }

    /// Leaves out the head with the program's name: the sidebar beside it has one.
    public void besideSidebar() {
        brand.setVisible(false);
    }

    @Override
    public List<Node> panes() {
        return List.of(parts.form().first());
    }

    /// The form that connects.
    public ConnectForm form() {
        return parts.form();
    }

    /// The row that helps to start a server.
    public DevServer devServer() {
        return parts.devServer();
    }

    private static Node brand(Node corner) {
        Label name = new Label(WORDS.text("first.brand"));
        name.getStyleClass().add("tl-heading");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox brand = new HBox(8, Mark.node(16), name, space, corner);
        brand.setAlignment(Pos.CENTER_LEFT);
        brand.setMinHeight(36);
        brand.setPadding(new Insets(0, 8, 0, 12));
        brand.getStyleClass().addAll("tl-chrome", "tl-line-bottom");
        return brand;
    }

    private static Node columns(Parts parts, Actions actions) {
        VBox left = new VBox(12, heading(WORDS.text("first.connect")), parts.form(), parts.known());
        left.setPrefWidth(460);
        left.setMaxWidth(460);
        HBox.setHgrow(left, Priority.SOMETIMES);
        Label hint = new Label(WORDS.text("first.drop"), Icons.small(Feather.DOWNLOAD));
        hint.getStyleClass().add("tl-muted");
        hint.setGraphicTextGap(8);
        hint.setWrapText(true);
        VBox right = new VBox(
                12,
                heading(WORDS.text("first.look-around")),
                action(
                        "try-demo",
                        Feather.PLAY,
                        WORDS.text("first.demo"),
                        WORDS.text("first.demo.what"),
                        "Ctrl D",
                        actions::tryDemo),
                action(
                        "open-capture",
                        Feather.FOLDER,
                        WORDS.text("first.open"),
                        WORDS.text("first.open.what"),
                        "Ctrl O",
                        actions::chooseCapture),
                parts.devServer(),
                hint);
        right.setPrefWidth(444);
        right.setMinWidth(300);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setPadding(new Insets(0, 0, 0, 40));
        right.getStyleClass().add("tl-line-left");
        HBox columns = new HBox(40, left, right);
        columns.setPadding(new Insets(32, 0, 0, 0));
        return columns;
    }

    private static Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("tl-heading");
        return label;
    }

    /// A large button: an icon, a verb, what it does, its key.
    static Button action(String id, Feather icon, String verb, String what, String key, Runnable run) {
        Label first = new Label(verb);
        first.getStyleClass().add("tl-medium");
        Label second = new Label(what);
        second.getStyleClass().add("tl-muted");
        VBox words = new VBox(first, second);
        words.setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label hint = new Label(key);
        hint.getStyleClass().add("tl-key");
        hint.setMinWidth(Region.USE_PREF_SIZE);
        HBox content = new HBox(12, Icons.sized(icon, 16), words, space, hint);
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button("", content);
        button.getStyleClass().add("tl-action");
        button.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(button.widthProperty().subtract(26));
        button.setAccessibleText(WORDS.text("first.action", verb, what));
        button.setId(id);
        button.setOnAction(e -> run.run());
        return button;
    }
}
