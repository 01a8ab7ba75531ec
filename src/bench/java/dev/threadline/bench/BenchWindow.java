package dev.threadline.bench;

import dev.threadline.panel.event.EventPanel;
import dev.threadline.panel.events.EventsPanel;
import dev.threadline.panel.node.NodePanel;
import dev.threadline.panel.state.StatePanel;
import dev.threadline.panel.timeline.TimelinePanel;
import dev.threadline.session.Recording;
import dev.threadline.ui.kit.Background;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.Pulse;
import dev.threadline.ui.shell.RunActions;
import dev.threadline.ui.shell.RunTab;
import dev.threadline.ui.shell.Splits;
import dev.threadline.ui.theme.Theme;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A window with one run tab as the program has it, which tells of every frame. JavaFX thread only.
final class BenchWindow {
    private final Theme theme = new Theme();
    private final Background background = new Background();
    private final Pulse pulse = new Pulse();
    private final Stage stage = new Stage();
    private final StackPane root = new StackPane();
    private final AnimationTimer frames;
    private @Nullable RunTab tab;
    private @Nullable EventsPanel events;

    /// @param frame called at the beginning of every frame, when the one before is out, with `System.nanoTime()`
    BenchWindow(java.util.function.LongConsumer frame) {
        Scene scene = new Scene(root, 1440, 900);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        frames = new AnimationTimer() {
            @Override
            public void handle(long now) {
                frame.accept(System.nanoTime());
            }
        };
        frames.start();
        pulse.start();
    }

    void open(Recording recording) {
        OpenRun run = new OpenRun(recording, theme, background);
        RunTab made = new RunTab(
                run,
                RunActions.NONE,
                new RunTab.Panels(
                        TimelinePanel::new, this::events, List.of(StatePanel::new, NodePanel::new, EventPanel::new)),
                new Splits(0, 0));
        tab = made;
        root.getChildren().setAll(made);
        pulse.add(made);
    }

    private EventsPanel events(OpenRun run) {
        EventsPanel made = new EventsPanel(run);
        events = made;
        return made;
    }

    /// Whether bars are drawn by the end of this frame.
    boolean bars() {
        return tab != null && !tab.run().executions().all().isEmpty();
    }

    /// How many events are both folded and listed.
    int drawn() {
        return tab == null || events == null ? 0 : Math.min(tab.run().folded(), events.listed());
    }

    /// Whether all events are folded and listed.
    boolean complete() {
        return tab != null
                && tab.run().caughtUp()
                && events != null
                && events.listed() == tab.run().log().size();
    }

    void close() {
        if (tab != null) {
            pulse.remove(tab);
            tab.close();
            tab.run().recording().close();
        }
        root.getChildren().clear();
        pulse.stop();
        frames.stop();
        stage.close();
        background.close();
    }
}
