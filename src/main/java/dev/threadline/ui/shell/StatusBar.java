package dev.threadline.ui.shell;

import dev.threadline.words.Words;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

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
    private final Label aside = label();
    private final Button now = new Button(WORDS.text("status.now"));
    private Standing standing = new Standing("", WORDS.text("status.idle"), "");
    private @Nullable LinkLine line;

    /// How the deployment stands.
    private record Standing(String tone, String word, String place) {}

    /// An empty bar.
    public StatusBar() {
        getStyleClass().addAll("tl-status", "tl-chrome", "tl-line-top");
        setId("status-bar");
        dot.getStyleClass().add("tl-dot");
        recordingDot.getStyleClass().addAll("tl-dot", "bad");
        file.getStyleClass().add("tl-value");
        now.setId("reconnect-now");
        now.getStyleClass().add("tl-link");
        show(now, false);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        together(dot, state, address),
                        now,
                        aside,
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
        deployment("", WORDS.text("status.idle"), "");
        show(recordingDot, false);
        for (Label label : new Label[] {events, bytes, gaps, recording, file}) {
            label.setText("");
        }
    }

    /// Says how the deployment stands: a tone of `good`, `bad` or `busy`, a word, and its place.
    public void deployment(String tone, String word, String place) {
        standing = new Standing(tone, word, place);
        stand();
    }

    /// Says how the run in front is heard, in the place of how the deployment stands, where that has to be said.
    void link(@Nullable LinkLine heard, Runnable reconnect) {
        now.setOnAction(e -> reconnect.run());
        if (!Objects.equals(heard, line)) {
            line = heard;
            stand();
        }
    }

    /// Says how the deployment stands, whatever is in front.
    public void place() {
        link(null, () -> {});
    }

    /// Says what is in front instead of how the deployment stands.
    public void place(String words) {
        link(new LinkLine("", words, "", false), () -> {});
    }

    private void stand() {
        LinkLine heard = line;
        String tone = heard == null ? standing.tone() : heard.tone();
        show(dot, !tone.isEmpty());
        dot.getStyleClass().removeAll("good", "bad", "busy", "tl-dot-off");
        dot.getStyleClass().add(tone.equals("idle") ? "tl-dot-off" : tone);
        state.getStyleClass().removeAll("tl-waiting", "tl-failed");
        if (heard != null && (tone.equals("busy") || tone.equals("bad"))) {
            state.getStyleClass().add(tone.equals("busy") ? "tl-waiting" : "tl-failed");
        }
        steady(state, heard == null ? standing.word() : heard.words());
        set(address, heard == null ? standing.place() : "");
        set(aside, heard == null ? "" : heard.aside());
        show(aside, heard != null && !heard.aside().isEmpty());
        show(now, heard != null && heard.waits());
    }

    /// Says what is recorded of the run in front.
    public void figures(String eventCount, String byteCount, String gapCount) {
        steady(events, eventCount);
        steady(bytes, byteCount);
        steady(gaps, gapCount);
    }

    /// Sets a text that counts: what stands behind it does not jump when a figure becomes narrower.
    private static void steady(Label label, String text) {
        String before = label.getText();
        if (text.equals(before)) {
            return;
        }
        label.setText(text);
        boolean other = text.isEmpty() || Math.abs(text.length() - before.length()) > 2;
        double wide = text.isEmpty() ? 0 : Math.ceil(label.prefWidth(-1));
        label.setMinWidth(other ? wide : Math.max(wide, label.getMinWidth()));
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
