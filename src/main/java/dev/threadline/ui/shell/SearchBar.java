package dev.threadline.ui.shell;

import dev.threadline.capture.Needle;
import dev.threadline.run.EventCondition;
import dev.threadline.run.Execution;
import dev.threadline.session.Search.Query;
import dev.threadline.ui.kit.Buttons;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.RunSearch;
import dev.threadline.ui.theme.Icons;
import dev.threadline.words.Words;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;

/// What is looked for in a run, and how much of it was found; below the run's head, 36 px high. JavaFX thread only.
///
/// It looks while the user types. Esc clears it, and then gives the focus back.
final class SearchBar extends HBox {
    private static final Words WORDS = Words.of(SearchBar.class);

    private final RunSearch search;
    private final Runnable leave;
    private final CustomTextField field = new CustomTextField();
    private final ToggleButton matchCase = new ToggleButton(WORDS.text("search.case"));
    private final FacetBox node;
    private final FacetBox mode;
    private final Button back;
    private final Button on;
    private final ToggleButton only = new ToggleButton("", Icons.of(Feather.FILTER));
    private final Label count = new Label();
    private final Button stop = new Button(WORDS.text("search.stop"));
    private final PauseTransition typing = new PauseTransition(Duration.millis(120));
    private final SearchCount words;

    SearchBar(OpenRun run, Runnable leave) {
        this.search = run.search();
        this.leave = leave;
        words = new SearchCount(run);
        node = new FacetBox(
                WORDS.text("search.node"),
                WORDS.text("search.any-node"),
                () -> search.facets().nodes(),
                this::look);
        mode = new FacetBox(
                WORDS.text("search.mode"),
                WORDS.text("search.any-mode"),
                () -> search.facets().modes(),
                this::look);
        back = Buttons.icon(WORDS.text("search.previous"), Feather.CHEVRON_UP, () -> go(-1));
        on = Buttons.icon(WORDS.text("search.next"), Feather.CHEVRON_DOWN, () -> go(1));
        getStyleClass().addAll("tl-toolbar", "tl-search-bar", "tl-line-bottom");
        node.setId("search-node");
        mode.setId("search-mode");
        field();
        toggles();
        HBox steps = new HBox(back, on);
        steps.setAlignment(Pos.CENTER);
        getChildren().addAll(field, matchCase, node, mode, steps, only);
        pulse();
    }

    private void field() {
        field.setId("search");
        field.setPromptText(WORDS.text("search.prompt"));
        field.setAccessibleText(WORDS.text("search.name"));
        field.setMinWidth(140);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox left = new HBox(Icons.small(Feather.SEARCH));
        left.setAlignment(Pos.CENTER);
        left.getStyleClass().add("tl-search-left");
        field.setLeft(left);
        Label key = new Label(WORDS.text("search.key"));
        key.getStyleClass().add("tl-key");
        key.setMinWidth(USE_PREF_SIZE);
        key.visibleProperty().bind(field.focusedProperty().not());
        key.managedProperty().bind(key.visibleProperty());
        count.setId("search-count");
        count.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().add("tl-muted");
        stop.getStyleClass().addAll("tl-small", "tl-link");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(e -> search.stop());
        HBox right = new HBox(8, count, stop, key);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.getStyleClass().add("tl-search-right");
        field.setRight(right);
        typing.setOnFinished(e -> look());
        field.textProperty().subscribe((before, now) -> typing.playFromStart());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void toggles() {
        matchCase.getStyleClass().add("tl-icon-button");
        matchCase.setAccessibleText(WORDS.text("search.case.name"));
        matchCase.setTooltip(new Tooltip(WORDS.text("search.case.name")));
        matchCase.selectedProperty().subscribe((before, now) -> look());
        only.getStyleClass().add("tl-icon-button");
        only.setId("search-only");
        only.setAccessibleText(WORDS.text("search.only"));
        only.setTooltip(new Tooltip(WORDS.text("search.only")));
        only.selectedProperty().bindBidirectional(search.onlyMatches());
    }

    private void key(KeyEvent e) {
        switch (e.getCode()) {
            case ENTER -> go(e.isShiftDown() ? -1 : 1);
            case ESCAPE -> escape();
            case DOWN -> leave.run();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void escape() {
        if (search.state() == RunSearch.State.OFF && field.getText().isEmpty()) {
            leave.run();
        } else {
            clear();
        }
    }

    /// Puts the focus into the field, its text selected.
    void open() {
        field.requestFocus();
        field.selectAll();
    }

    /// Looks for nothing.
    void clear() {
        field.clear();
        node.choose(null);
        mode.choose(null);
        look();
    }

    /// Looks for the events of a node, or of any where the node was looked for already.
    void filterTo(Execution execution) {
        node.choose(execution.node().equals(node.chosen()) ? null : execution.node());
    }

    /// Goes to another match.
    void go(int step) {
        look();
        search.go(step);
    }

    private void look() {
        typing.stop();
        String text = field.getText();
        words.tooLong(text.length() > Needle.LONGEST);
        search.look(
                text.length() > Needle.LONGEST
                        ? RunSearch.NOTHING
                        : new Query(
                                text.isEmpty() ? null : Needle.of(text, !matchCase.isSelected()),
                                EventCondition.of(node.chosen(), mode.chosen())));
    }

    /// Shows how far the search is.
    void pulse() {
        boolean off = search.state() == RunSearch.State.OFF;
        boolean none = search.hits().size() == 0;
        back.setDisable(none);
        on.setDisable(none);
        only.setDisable(off);
        boolean running = search.state() == RunSearch.State.RUNNING && search.searched() > 0;
        stop.setVisible(running);
        stop.setManaged(running);
        words.show(count);
        boolean fault = search.state() == RunSearch.State.FAILED || search.unreadable() > 0;
        if (fault != count.getStyleClass().contains("tl-failed")) {
            count.getStyleClass().setAll("label", fault ? "tl-failed" : "tl-muted");
        }
    }
}
