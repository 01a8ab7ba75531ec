package dev.threadline.ui.shell;

import dev.threadline.capture.CaptureInfo;
import dev.threadline.run.RunStatus;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.kit.Pulse;
import dev.threadline.ui.theme.Theme;
import java.nio.file.Path;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// The head of a run's tab: the state's glyph, the assistant, the tail of the thread's id.
public final class TabHead implements Pulse.Beat {
    private final Theme theme;
    private final Tab tab;
    private final OpenRun run;
    private Path file;
    private @Nullable RunStatus shown;

    /// Dresses a tab; it keeps up with the run while it takes part in the pulse.
    public TabHead(Theme theme, Tab tab, OpenRun run) {
        this.theme = theme;
        this.tab = tab;
        this.run = run;
        CaptureInfo info = run.recording().info();
        String thread = info.threadId();
        tab.setText(thread == null ? info.assistant() : info.assistant() + "  …" + Figures.tail(thread));
        file = run.recording().file();
        tab.setTooltip(new Tooltip(file.toString()));
        pulse(0);
    }

    /// The id of the tab that shows a capture's file.
    public static String id(Path file) {
        return "run:" + file.toAbsolutePath().normalize();
    }

    @Override
    public void pulse(long deadline) {
        Path now = run.recording().file();
        if (!now.equals(file)) {
            // The recording went on in another folder.
            file = now;
            tab.setTooltip(new Tooltip(now.toString()));
            tab.setId(id(now));
        }
        RunStatus status = run.recording().status();
        if (status != shown) {
            shown = status;
            tab.setGraphic(StatusPill.glyph(status).node(theme, 12));
        }
    }
}
