package dev.threadline.ui.shell;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.RunRecord;
import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.run.Question;
import dev.threadline.run.RunStatus;
import dev.threadline.ui.kit.FailureBanner;
import dev.threadline.ui.kit.FailureBanner.Failure;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The banners of a run tab: what the run waits for, why it failed, what is wrong with its capture.
final class RunNotices extends VBox {
    private static final Words WORDS = Words.of(RunNotices.class);
    private final OpenRun run;
    private List<Object> shown = List.of();

    /// What a banner is made from: read in the background, then shown.
    private record Notice(Failure failure, boolean amber) {}

    RunNotices(OpenRun run) {
        this.run = run;
        setId("notices");
    }

    /// Looks whether something else is to be said.
    void pulse() {
        List<Object> now = facts();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        List<Question> questions = questions();
        run.background()
                .start(
                        () -> {
                            List<Notice> notices = new ArrayList<>();
                            for (Question question : questions) {
                                notices.add(asked(question));
                            }
                            return notices;
                        },
                        asked -> {
                            if (now.equals(shown)) {
                                show(asked);
                            }
                        },
                        failure -> show(List.of()));
    }

    private List<Object> facts() {
        List<Object> facts = new ArrayList<>(questions());
        facts.add(run.recording().status());
        CaptureFailure problem = run.recording().problem();
        facts.add(problem == null ? "" : String.valueOf(problem.getMessage()));
        return facts;
    }

    private List<Question> questions() {
        return run.recording().status() == RunStatus.WAITING
                ? List.copyOf(run.executions().interrupts())
                : List.of();
    }

    private Notice asked(Question question) throws CaptureFailure {
        String who = question.node() == null ? WORDS.text("notice.the-run") : question.node();
        JsonValue value = question.value(run.recording().payloads());
        String raw = value == null ? "" : Json.pretty(value);
        String way = value == null ? "" : "\n" + WORDS.text("notice.resume");
        return new Notice(new Failure(WORDS.text("notice.asked", who), words(value) + way, raw), true);
    }

    /// The question in a person's words where the value has them, else the value itself.
    private static String words(@Nullable JsonValue value) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        if (value instanceof JsonObject object) {
            for (String key : List.of("question", "message", "prompt", "text", "description")) {
                if (object.get(key) instanceof JsonString text) {
                    return text.value();
                }
            }
        }
        return value == null ? WORDS.text("notice.breakpoint") : Json.write(value);
    }

    /// What does not fit into a line is for the details.
    private static String folded(String words) {
        return words.equals(Figures.line(words, 240)) ? "" : words;
    }

    private void show(List<Notice> asked) {
        List<Notice> notices = new ArrayList<>(asked);
        RunRecord last = run.recording().lastRun();
        RunStatus status = run.recording().status();
        if (last != null && status == RunStatus.FAILED) {
            String words = Objects.requireNonNullElse(last.error(), WORDS.text("notice.no-reason"));
            notices.add(new Notice(
                    new Failure(WORDS.text("notice.failed"), Figures.line(words, 240), folded(words)), false));
        } else if (last != null && status == RunStatus.UNKNOWN && last.error() != null) {
            notices.add(new Notice(new Failure(last.error(), WORDS.text("notice.unknown.kept"), ""), true));
        }
        CaptureFailure problem = run.recording().problem();
        if (problem != null) {
            notices.add(new Notice(
                    new Failure(String.valueOf(problem.getMessage()), WORDS.text("notice.goes-on"), ""), false));
        }
        String damage = run.recording().damage();
        if (damage != null) {
            notices.add(new Notice(new Failure(damage, "", ""), true));
        }
        getChildren().clear();
        for (Notice notice : notices) {
            FailureBanner banner = new FailureBanner(notice.failure(), List.of());
            if (notice.amber()) {
                banner.getStyleClass().add("waiting");
            }
            getChildren().add(banner);
        }
    }
}
