package dev.threadline;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.run.RunSummary;
import dev.threadline.session.Recording;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.shell.StatusBar;

/// What the status bar says of the run in front.
final class RunFigures {
    private RunFigures() {}

    static void show(StatusBar bar, OpenRun run) {
        Recording recording = run.recording();
        RunSummary summary = run.summary();
        String events = Figures.count(summary.events()) + (summary.events() == 1 ? " event" : " events");
        String caught = run.caughtUp()
                ? events
                : "catching up, " + Figures.count(run.folded()) + " of "
                        + Figures.count(run.log().size()) + " events";
        int gaps = recording.gaps();
        bar.figures(caught, Figures.bytes(summary.bytes()), gaps == 1 ? "1 gap" : gaps + " gaps");
        String file = recording.file().getFileName().toString();
        CaptureFailure problem = recording.problem();
        if (problem != null) {
            bar.recording(true, String.valueOf(problem.getMessage()), "");
        } else if (recording.status().ended()) {
            bar.recording(false, recording.readOnly() ? "read from" : "recorded in", file);
        } else {
            bar.recording(true, "recording to", file);
        }
    }
}
