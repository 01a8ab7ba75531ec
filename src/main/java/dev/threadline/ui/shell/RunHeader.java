package dev.threadline.ui.shell;

import dev.threadline.capture.CaptureInfo;
import dev.threadline.capture.EventFacts;
import dev.threadline.capture.RunRecord;
import dev.threadline.run.RunStatus;
import dev.threadline.run.RunTotals;
import dev.threadline.run.Span;
import dev.threadline.ui.kit.Buttons;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The head of a run tab: whose run, how it stands, how long; what can be done with it. 40 px high.
final class RunHeader extends HBox {
    private static final Words WORDS = Words.of(RunHeader.class);
    private final OpenRun run;
    private final StatusPill pill;
    private final Label took = new Label();
    private final Label split = new Label();
    private final Button again;
    private final Button cancel;
    private final RunActions actions;

    RunHeader(OpenRun run, RunActions actions) {
        this.run = run;
        this.actions = actions;
        getStyleClass().addAll("tl-header", "tl-line-bottom-muted");
        CaptureInfo info = run.recording().info();
        Label name = new Label(info.assistant());
        name.getStyleClass().add("tl-heading");
        name.setMinWidth(40);
        pill = new StatusPill(run.theme());
        took.getStyleClass().add("tl-data");
        took.setMinWidth(Region.USE_PREF_SIZE);
        split.getStyleClass().add("tl-muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().add(name);
        String thread = info.threadId();
        if (thread != null) {
            getChildren().addAll(threadLabel(thread), copyButton(thread));
        }
        again = Buttons.of(WORDS.text("run-header.again"), Feather.ROTATE_CW, "F5", actions::runAgain);
        again.setId("run-again");
        cancel = Buttons.of(WORDS.text("run-header.cancel"), Feather.SQUARE, "Shift F5", actions::cancel);
        cancel.setId("cancel");
        cancel.getStyleClass().add("tl-danger");
        getChildren().addAll(pill, took, split, space, again, cancel);
    }

    private static Label threadLabel(String thread) {
        Label label = new Label(Figures.id(thread));
        label.getStyleClass().addAll("tl-data", "tl-muted");
        label.setTooltip(new javafx.scene.control.Tooltip(thread));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Button copyButton(String thread) {
        return Buttons.icon(WORDS.text("run-header.copy"), Feather.COPY, () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(thread);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    /// Shows how the run stands now.
    void pulse() {
        RunStatus status = run.recording().status();
        pill.show(status, detail(status));
        long micros = took(status);
        set(took, micros < 0 ? "" : Figures.duration(micros));
        long waited = run.summary().waited();
        set(
                split,
                waited < 1000
                        ? ""
                        : WORDS.text(
                                "run-header.split",
                                Figures.duration(run.summary().active()),
                                Figures.duration(waited)));
        show(cancel, !status.ended() && actions.live());
        show(again, status.ended() && actions.canRunAgain());
    }

    private String detail(RunStatus status) {
        RunTotals totals = run.summary().current();
        if (totals == null) {
            return "";
        }
        if (status == RunStatus.WAITING) {
            int open = run.executions().interrupts().size();
            return open == 0
                    ? WORDS.text("run-header.breakpoint")
                    : WORDS.text("run-header.questions", open, Integer.toString(open));
        }
        return status == RunStatus.RUNNING && totals.step() != EventFacts.NO_STEP
                ? WORDS.text("run-header.step", String.valueOf(totals.step()))
                : "";
    }

    private long took(RunStatus status) {
        RunRecord last = run.recording().lastRun();
        if (last == null) {
            return -1;
        }
        Span span = run.executions().span();
        if (!status.ended()) {
            long now = System.currentTimeMillis() * 1000;
            return Math.max(
                    0,
                    span == null
                            ? now - last.startedAt()
                            : now + run.executions().clockOffset() - span.first());
        }
        return span != null ? span.length() : last.endedAt() - last.startedAt();
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }
}
