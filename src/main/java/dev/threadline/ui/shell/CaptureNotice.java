package dev.threadline.ui.shell;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.CaptureFailure.NotWritten;
import dev.threadline.session.Recording;
import dev.threadline.ui.kit.FailureBanner;
import dev.threadline.ui.kit.FailureBanner.Failure;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.words.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;

/// What is told of a capture that can't be written, with the way to go on in another folder. JavaFX thread only.
final class CaptureNotice {
    private static final Words WORDS = Words.of(CaptureNotice.class);
    private final OpenRun run;
    private boolean moving;
    private String refusal = "";

    CaptureNotice(OpenRun run) {
        this.run = run;
    }

    /// What the banner depends on; it is made anew where this differs from before.
    Object facts() {
        Recording recording = run.recording();
        CaptureFailure problem = recording.problem();
        return problem == null
                ? ""
                : List.of(
                        problem.sentence(), moving, refusal, recording.status().ended());
    }

    /// The banner, or null while all is written.
    @Nullable
    FailureBanner banner() {
        CaptureFailure problem = run.recording().problem();
        if (problem == null) {
            return null;
        }
        if (!(problem instanceof NotWritten refused) || refused.reason().isEmpty()) {
            return new FailureBanner(new Failure(problem.sentence(), "", ""), List.of());
        }
        String advice = WORDS.text("capture.advice");
        String action = run.recording().status().ended() ? advice : WORDS.text("capture.goes-on", advice);
        String words = refusal.isEmpty() ? action : WORDS.text("capture.refused", refusal, action);
        return new FailureBanner(new Failure(problem.sentence(), words, ""), List.of(elsewhere()));
    }

    private Button elsewhere() {
        Button button = new Button(moving ? WORDS.text("capture.moving") : WORDS.text("capture.elsewhere"));
        button.setId("continue-elsewhere");
        button.getStyleClass().add("tl-small");
        button.setDisable(moving);
        button.setOnAction(e -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(WORDS.text("capture.elsewhere.title"));
            File chosen = chooser.showDialog(button.getScene().getWindow());
            if (chosen != null) {
                continueIn(chosen.toPath());
            }
        });
        return button;
    }

    /// Goes on recording in another folder; where that one refuses, too, the banner says so.
    void continueIn(Path folder) {
        moving = true;
        refusal = "";
        run.background()
                .start(
                        () -> {
                            run.recording().continueIn(folder);
                            return folder;
                        },
                        done -> moving = false,
                        failure -> {
                            moving = false;
                            refusal = String.valueOf(failure.getMessage());
                        });
    }
}
