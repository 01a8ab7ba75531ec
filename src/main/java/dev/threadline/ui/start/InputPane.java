package dev.threadline.ui.start;

import dev.threadline.form.Problem;
import dev.threadline.form.TextProblem;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.Buttons;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The two halves of a new run: fields on the left, the same values as JSON on the right. JavaFX thread only.
public final class InputPane extends SplitPane {
    private static final Words WORDS = Words.of(InputPane.class);
    private final List<InputPart> parts;
    private final List<InputForm> forms = new ArrayList<>();
    private final List<JsonSide> texts = new ArrayList<>();
    private final List<ToggleButton> tabs = new ArrayList<>();
    private final StackPane shownText = new StackPane();
    private final VBox sections = new VBox();
    private final PauseTransition counting = new PauseTransition(Duration.millis(40));
    private final ReadOnlyIntegerWrapper problems = new ReadOnlyIntegerWrapper(this, "problems", 0);

    /// A pane for some parts, the first of which is the input.
    public InputPane(List<InputPart> parts, Background background) {
        this.parts = List.copyOf(parts);
        getStyleClass().add("tl-input-pane");
        for (InputPart part : this.parts) {
            InputForm form = new InputForm(part.model(), background);
            ProblemBanner banner = new ProblemBanner(part.model(), problem -> reveal(form, problem));
            JsonSide text = new JsonSide(part.model(), background, banner);
            text.getChildren().add(banner);
            forms.add(form);
            texts.add(text);
            sections.getChildren().add(forms.size() == 1 ? form : new FoldSection(part.title(), part.note(), form));
            part.model().listen(counting::playFromStart);
        }
        sections.getStyleClass().add("tl-sections");
        getItems().addAll(left(), right());
        counting.setOnFinished(event -> count());
        setDividerPositions(0.47);
        show(0);
        count();
    }

    /// How many problems all parts have; a run can be started all the same.
    public ReadOnlyIntegerProperty problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /// Whether fields, text and checks have caught up with each other.
    boolean settled() {
        return counting.getStatus() != Animation.Status.RUNNING
                && texts.stream().allMatch(JsonSide::settled)
                && parts.stream().allMatch(part -> part.model().checked());
    }

    /// The fields of a part.
    public InputForm form(int part) {
        return forms.get(part);
    }

    /// The JSON text of a part.
    public JsonEditor editor(int part) {
        return texts.get(part).editor();
    }

    /// Adds something below the fields, such as options.
    public void addSection(Node section) {
        sections.getChildren().add(section);
    }

    /// Takes over at once what was typed as JSON; call it before the values are sent. Gives the reason where a
    /// text is no JSON, then its part keeps the value it held.
    public @Nullable TextProblem flush() {
        TextProblem found = null;
        for (JsonSide text : texts) {
            TextProblem problem = text.flush();
            found = found == null ? problem : found;
        }
        return found;
    }

    /// Shows the JSON text of a part.
    public void show(int part) {
        shownText.getChildren().setAll(texts.get(part));
        if (!tabs.isEmpty()) {
            tabs.get(part).setSelected(true);
        }
    }

    private void reveal(InputForm form, Problem problem) {
        form.reveal(problem.place());
    }

    private void count() {
        problems.set(
                parts.stream().mapToInt(part -> part.model().problems().size()).sum());
    }

    private Node left() {
        Label title = new Label(parts.getFirst().title());
        title.getStyleClass().add("tl-medium");
        Label note = new Label(parts.getFirst().note());
        note.getStyleClass().add("tl-muted");
        Label words = new Label(WORDS.text("pane.changed"));
        words.getStyleClass().add("tl-muted");
        ToggleSwitch only = new ToggleSwitch();
        only.setAccessibleText(WORDS.text("pane.changed.fields"));
        forms.forEach(form -> form.onlyChangedProperty().bindBidirectional(only.selectedProperty()));
        HBox header = header(title, note, space(), words, only);
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox left = new VBox(header, scroll);
        left.setMinWidth(360);
        return left;
    }

    private Node right() {
        Label note = new Label(WORDS.text("pane.both-ways"));
        note.getStyleClass().add("tl-muted");
        Node copy = Buttons.icon(WORDS.text("pane.copy"), Feather.COPY, this::copy);
        HBox header = header(tabs(), note, space(), copy);
        VBox.setVgrow(shownText, Priority.ALWAYS);
        VBox right = new VBox(header, shownText);
        right.setMinWidth(280);
        return right;
    }

    private Node tabs() {
        if (parts.size() == 1) {
            Label json = new Label("JSON");
            json.getStyleClass().add("tl-medium");
            return json;
        }
        for (int i = 0; i < parts.size(); i++) {
            int part = i;
            ToggleButton tab =
                    new ToggleButton(WORDS.text("pane.json", parts.get(i).title()));
            tab.setOnAction(event -> show(part));
            tabs.add(tab);
        }
        return new SegmentedButton(tabs.toArray(ToggleButton[]::new));
    }

    private void copy() {
        if (shownText.getChildren().getFirst() instanceof JsonSide text) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.text());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private static HBox header(Node... nodes) {
        HBox header = new HBox(nodes);
        header.getStyleClass().addAll("tl-panel-header", "tl-line-bottom-muted");
        return header;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
