package dev.threadline.ui.shell;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.ConnectionEntry;
import dev.threadline.capture.RunRecord;
import dev.threadline.json.Json;
import dev.threadline.json.JsonValue;
import dev.threadline.json.JsonValue.JsonObject;
import dev.threadline.json.JsonValue.JsonString;
import dev.threadline.run.Break;
import dev.threadline.run.Question;
import dev.threadline.run.RunStatus;
import dev.threadline.ui.kit.FailureBanner;
import dev.threadline.ui.kit.FailureBanner.Failure;
import dev.threadline.ui.kit.Figures;
import dev.threadline.ui.kit.OpenRun;
import dev.threadline.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The banners of a run tab: what the run waits for, why it failed, what is wrong with its capture.
final class RunNotices extends VBox {
    private static final Words WORDS = Words.of(RunNotices.class);
    private final OpenRun run;
    private final CaptureNotice capture;
    private List<Object> shown = List.of();
    private List<ConnectionEntry> ledger = List.of();
    private List<Break> gaps = List.of();

    /// What a banner is made from: read in the background, then shown.
    private record Notice(Failure failure, boolean amber) {}

    RunNotices(OpenRun run) {
        this.run = run;
        capture = new CaptureNotice(run);
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
        facts.add(gaps());
        facts.add(capture.facts());
        return facts;
    }

    /// The breaks in which events may be missing.
    private List<Break> gaps() {
        List<ConnectionEntry> lines = run.recording().ledger();
        // It only ever grows.
        if (lines.size() != ledger.size()) {
            ledger = lines;
            gaps = Break.of(lines).stream().filter(each -> each.gap() != null).toList();
        }
        return gaps;
    }

    private FailureBanner gapBanner(List<Break> missing) {
        Break last = missing.getLast();
        ConnectionEntry line = Objects.requireNonNull(last.gap());
        String detail = Objects.requireNonNullElse(line.detail(), "");
        String filled = last.filled();
        String more = filled == null ? detail : WORDS.text("notice.gap.filled", detail, filled);
        String sentence = missing.size() > 1
                ? WORDS.text("notice.gaps", Integer.toString(missing.size()))
                : last.length() == 0
                        ? WORDS.text("notice.gap.late")
                        : WORDS.text("notice.gap", Figures.duration(last.length()));
        Button show = new Button(WORDS.text("notice.gap.show"));
        show.getStyleClass().add("tl-small");
        show.setId("show-gap");
        show.setOnAction(e -> showGap(line));
        FailureBanner banner = new FailureBanner(new Failure(sentence, more.strip(), ""), List.of(show));
        banner.getStyleClass().add("waiting");
        return banner;
    }

    /// Moves the playhead and the list of events to a gap.
    private void showGap(ConnectionEntry line) {
        run.selection().event().set(0);
        run.selection().execution().set(null);
        run.playhead().pin(line.at() + run.executions().clockOffset(), line.afterSeq());
        run.selection().connection().set(null);
        run.selection().connection().set(line);
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
        String damage = run.recording().damage();
        if (damage != null) {
            notices.add(new Notice(new Failure(damage, "", ""), true));
        }
        getChildren().clear();
        FailureBanner unwritten = capture.banner();
        if (unwritten != null) {
            getChildren().add(unwritten);
        }
        if (!gaps().isEmpty()) {
            getChildren().add(gapBanner(gaps()));
        }
        for (Notice notice : notices) {
            FailureBanner banner = new FailureBanner(notice.failure(), List.of());
            if (notice.amber()) {
                banner.getStyleClass().add("waiting");
            }
            getChildren().add(banner);
        }
    }

    /// Goes on recording in another folder, as the button of the banner does once a folder is chosen.
    void continueIn(Path folder) {
        capture.continueIn(folder);
    }
}
