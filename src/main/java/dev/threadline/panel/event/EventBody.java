package dev.threadline.panel.event;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.Needle;
import dev.threadline.capture.Payloads;
import dev.threadline.json.JsonValue;
import dev.threadline.ui.kit.Buttons;
import dev.threadline.ui.kit.CopyButton;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.JsonTree;
import dev.threadline.ui.kit.OneChild;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.RawText;
import dev.threadline.ui.kit.Segments;
import dev.threadline.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The data of one event as a tree or as raw text, with a way to copy all of it. JavaFX thread only.
final class EventBody extends VBox {
    private static final Words WORDS = Words.of(EventBody.class);

    private enum Form {
        TREE,
        RAW
    }

    private final OpenRun run;
    private final Segments<Form> form = new Segments<>(
            WORDS.text("body.form"),
            List.of(Form.TREE, Form.RAW),
            f -> f == Form.TREE ? WORDS.text("body.tree") : WORDS.text("body.raw"));
    private final JsonTree tree;
    private final RawText raw;
    private final StackPane place = new StackPane();
    private final Label note = new Label();
    private final HBox cut;
    private @Nullable EventFacts facts;
    private @Nullable EventRead read;
    private @Nullable Needle sought;

    /// A body; `showAll` reads all of a big payload.
    EventBody(OpenRun run, Runnable showAll) {
        this.run = run;
        tree = new JsonTree(run.theme(), WORDS.text("body.data"));
        raw = new RawText(run.theme(), run.background(), WORDS.text("body.received"));
        raw.setId("raw");
        Label title = new Label(WORDS.text("body.data"));
        title.getStyleClass().add("tl-medium");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button copy = Buttons.icon(WORDS.text("body.copy"), Feather.COPY, this::copyAll);
        HBox header = new HBox(title, space, form.node(), copy);
        header.getStyleClass().addAll("tl-panel-header", "tl-line-bottom-muted");
        Button all = new Button(WORDS.text("body.all"));
        all.getStyleClass().add("tl-small");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(e -> showAll.run());
        note.setWrapText(true);
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        cut = new HBox(8, note, all);
        cut.getStyleClass().addAll("tl-event-note");
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(header, cut, place);
        form.value().subscribe(this::draw);
        setMinHeight(0);
    }

    /// Shows that an event's data is on its way.
    void loading(EventFacts event) {
        facts = event;
        read = null;
        draw();
    }

    /// Shows what was read.
    void show(EventRead payload) {
        read = payload;
        if (payload.value() != null) {
            tree.show(payload.value());
        }
        raw.show(payload.text());
        draw();
        reveal();
    }

    /// Marks what is looked for in the run, and goes to the first place where it is.
    void seek(@Nullable Needle needle) {
        if (!Objects.equals(needle, sought)) {
            sought = needle;
            tree.seek(needle);
            raw.seek(needle);
            reveal();
        }
    }

    private void reveal() {
        EventRead here = read;
        Needle needle = sought;
        JsonValue value = here == null ? null : here.value();
        if (value == null || needle == null) {
            return;
        }
        run.background()
                .start(
                        () -> Optional.ofNullable(JsonSeek.first(value, needle)),
                        found -> {
                            if (Objects.equals(here, read) && needle.equals(sought)) {
                                found.ifPresent(tree::reveal);
                            }
                        },
                        e -> {});
    }

    private void draw() {
        EventRead here = read;
        String words = here == null ? "" : words(here);
        note.setText(words);
        cut.setVisible(!words.isEmpty());
        cut.setManaged(!words.isEmpty());
        boolean more = here != null && !here.whole() && !large();
        cut.getChildren().getLast().setVisible(more);
        cut.getChildren().getLast().setManaged(more);
        if (here == null) {
            place.getChildren().clear();
        } else if (form.value().get() == Form.TREE && here.value() != null) {
            OneChild.show(place, tree.node());
        } else {
            OneChild.show(place, raw);
        }
    }

    /// Whether the data can't be held as one text.
    private boolean large() {
        EventFacts event = facts;
        return event != null && event.size() > Payloads.LARGEST;
    }

    private String words(EventRead here) {
        EventFacts event = facts;
        if (!here.whole() && event != null) {
            String shown = Figures.bytes(EventRead.SHOWN);
            String all = Figures.bytes(event.size());
            return large() ? WORDS.text("body.first.of-large", shown, all) : WORDS.text("body.first", shown, all);
        }
        return here.fault().isEmpty() ? "" : WORDS.text("body.not-json", here.fault());
    }

    private void copyAll() {
        EventRead here = read;
        if (here != null && here.whole()) {
            CopyButton.put(here.text());
        } else if (here != null) {
            var payloads = run.recording().payloads();
            run.background().start(() -> payloads.data(here.seq()), CopyButton::put, this::notCopied);
        }
    }

    private void notCopied(Exception e) {
        note.setText(e instanceof CaptureFailure ? String.valueOf(e.getMessage()) : WORDS.text("body.unreadable"));
    }
}
