package dev.threadline;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.run.RunSummary;
import dev.threadline.session.Recording;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.shell.StatusBar;
import dev.threadline.words.Words;

/// What the status bar says of the run in front.
final class RunFigures {
    private static final Words WORDS = Words.of(RunFigures.class);

    private RunFigures() {}

    static void show(StatusBar bar, OpenRun run) {
        Recording recording = run.recording();
        RunSummary summary = run.summary();
        String events = WORDS.text("figures.events", summary.events(), Figures.count(summary.events()));
        String caught = run.caughtUp()
                ? events
                : WORDS.text("figures.catching-up", Figures.count(run.folded()), Figures.count(run.events()));
        int gaps = recording.gaps();
        bar.figures(caught, Figures.bytes(summary.bytes()), WORDS.text("figures.gaps", gaps, Integer.toString(gaps)));
        String file = recording.file().getFileName().toString();
        CaptureFailure problem = recording.problem();
        if (problem != null) {
            bar.recording(true, String.valueOf(problem.getMessage()), "");
        } else if (recording.status().ended()) {
            bar.recording(
                    false, recording.readOnly() ? WORDS.text("figures.read") : WORDS.text("figures.recorded"), file);
        } else {
            bar.recording(true, WORDS.text("figures.recording"), file);
        }
    }
}
