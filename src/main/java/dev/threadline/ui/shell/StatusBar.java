package dev.threadline.ui.shell;

import dev.threadline.words.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The bar at the foot of the window: on the left what is true now, on the right what the server is.
public final class StatusBar extends HBox {
    private static final Words WORDS = Words.of(StatusBar.class);
    private final Region dot = new Region();
    private final Label state = label();
    private final Label address = data();
    private final Label events = label();
    private final Label bytes = data();
    private final Label gaps = label();
    private final Region recordingDot = new Region();
    private final Label recording = label();
    private final Label file = label();
    private final Label server = label();

    /// An empty bar.
    public StatusBar() {
        getStyleClass().addAll("tl-status", "tl-chrome", "tl-line-top");
        setId("status-bar");
        dot.getStyleClass().add("tl-dot");
        recordingDot.getStyleClass().addAll("tl-dot", "bad");
        file.getStyleClass().add("tl-value");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        together(dot, state, address),
                        events,
                        bytes,
                        gaps,
                        together(recordingDot, recording, file),
                        space,
                        server);
        idle();
    }

    /// Says that nothing is open.
    public void idle() {
        show(dot, false);
        show(recordingDot, false);
        state.setText(WORDS.text("status.idle"));
        for (Label label : new Label[] {address, events, bytes, gaps, recording, file}) {
            label.setText("");
        }
    }

    /// Says how the deployment stands: a tone of `good`, `bad` or `busy`, a word, and its place.
    public void deployment(String tone, String word, String place) {
        show(dot, true);
        dot.getStyleClass().removeAll("good", "bad", "busy");
        dot.getStyleClass().add(tone);
        state.setText(word);
        address.setText(place);
    }

    /// Says what is recorded of the run in front.
    public void figures(String eventCount, String byteCount, String gapCount) {
        set(events, eventCount);
        set(bytes, byteCount);
        set(gaps, gapCount);
    }

    /// Says where it is recorded to, or what keeps it from being recorded.
    public void recording(boolean live, String words, String name) {
        show(recordingDot, live);
        set(recording, words);
        set(file, name);
    }

    /// Says what the server is.
    public void server(String words) {
        set(server, words);
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static HBox together(Node... nodes) {
        HBox box = new HBox(6, nodes);
        box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return box;
    }

    private static Label label() {
        return new Label();
    }

    private static Label data() {
        Label label = new Label();
        label.getStyleClass().add("tl-data");
        return label;
    }
}
