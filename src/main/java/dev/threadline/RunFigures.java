package dev.threadline;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.run.RunSummary;
import dev.threadline.session.Recording;
import dev.threadline.ui.captures.CapturesView;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.ui.shell.MainWindow;
import dev.threadline.ui.shell.RunTab;
import dev.threadline.ui.shell.StatusBar;
import dev.threadline.words.Words;

/// What the status bar says of the tab in front.
final class RunFigures {
    private static final Words WORDS = Words.of(RunFigures.class);

    private RunFigures() {}

    /// Says what the tab in front is about.
    static void show(MainWindow main) {
        StatusBar bar = main.status();
        switch (main.front()) {
            case RunTab tab -> {
                tab.say(bar);
                show(bar, tab.run());
            }
            case CapturesView captures -> {
                bar.place(WORDS.text("figures.folder"));
                bar.figures(captures.count(), captures.bytes(), "");
                bar.recording(false, "", "");
            }
            case null, default -> {
                bar.place();
                bar.figures("", "", "");
                bar.recording(false, "", "");
            }
        }
    }

    private static void show(StatusBar bar, OpenRun run) {
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
            String reason = problem instanceof CaptureFailure.NotWritten refused ? refused.reason() : "";
            bar.recording(
                    true,
                    reason.isEmpty()
                            ? String.valueOf(problem.getMessage())
                            : WORDS.text("figures.stopped", reason, Figures.count(recording.written())),
                    "");
        } else if (recording.status().ended()) {
            bar.recording(
                    false, recording.readOnly() ? WORDS.text("figures.read") : WORDS.text("figures.recorded"), file);
        } else {
            bar.recording(true, WORDS.text("figures.recording"), file);
        }
    }
}
