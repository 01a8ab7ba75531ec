package dev.threadline.ui.captures;

import dev.threadline.capture.CaptureFailure;
import dev.threadline.capture.CaptureFolder.Item;
import dev.threadline.capture.CaptureInfo;
import dev.threadline.capture.CaptureOverview;
import dev.threadline.capture.CaptureOverview.Stretch;
import dev.threadline.run.RunStatus;
import dev.threadline.ui.kit.Figures;
import dev.threadline.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A capture as the table shows it; pure.
final class CaptureRow {
    private static final Words WORDS = Words.of(CaptureRow.class);
    private static final int NOTE_CHARS = 200;

    private final Item item;
    private final @Nullable CaptureOverview overview;
    private final CaptureUse use;
    private final String found;

    /// @param use what this window does with it
    CaptureRow(Item item, CaptureUse use) {
        this.item = item;
        overview = item.overview();
        boolean elsewhere = use == CaptureUse.IDLE && overview != null && overview.held();
        this.use = elsewhere ? CaptureUse.RECORDING : use;
        found = Stream.of(name(), assistant(), deployment(), thread(), address(), ended(), error(), note())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    Item item() {
        return item;
    }

    Path file() {
        return item.file();
    }

    CaptureUse use() {
        return use;
    }

    String name() {
        return item.name();
    }

    /// Whether it was looked into and can be read.
    boolean readable() {
        return overview != null;
    }

    String assistant() {
        return info(CaptureInfo::assistant);
    }

    String deployment() {
        return info(CaptureInfo::deployment);
    }

    private String address() {
        return info(CaptureInfo::address);
    }

    /// The thread's whole id, or empty.
    String thread() {
        return info(CaptureInfo::threadId);
    }

    private String info(java.util.function.Function<CaptureInfo, @Nullable String> member) {
        return overview == null ? "" : Objects.requireNonNullElse(member.apply(overview.info()), "");
    }

    /// How the last run stands, or null where that isn't known.
    @Nullable
    RunStatus status() {
        if (overview == null || overview.runs() == 0) {
            return null;
        }
        RunStatus status = RunStatus.of(overview.status());
        // A run that nobody records any more can't be running.
        return status.ended() || use == CaptureUse.RECORDING ? status : RunStatus.UNKNOWN;
    }

    /// The word in the column "ended".
    String ended() {
        RunStatus status = status();
        if (item.failure() != null) {
            return WORDS.text("captureRow.unreadable");
        }
        return use == CaptureUse.RECORDING ? WORDS.text("captureRow.recording") : status == null ? "" : status.text();
    }

    int runs() {
        return overview == null ? 0 : overview.runs();
    }

    long events() {
        return overview == null ? 0 : overview.events();
    }

    long size() {
        return item.size();
    }

    /// How long the work took in microseconds, or -1 where that isn't known.
    long length() {
        return overview == null || overview.events() == 0 ? -1 : overview.length();
    }

    int gaps() {
        return overview == null ? 0 : overview.gaps();
    }

    List<Stretch> shape() {
        return overview == null ? List.of() : overview.shape();
    }

    /// When the last run ended or the file was written, in microseconds since the epoch.
    long recorded() {
        return overview == null || overview.endedAt() == 0 ? item.modified().toEpochMilli() * 1000 : overview.endedAt();
    }

    private String error() {
        return overview == null ? "" : Objects.requireNonNullElse(overview.error(), "");
    }

    /// The one thing that is worth to be said of it.
    String note() {
        CaptureFailure failure = item.failure();
        if (failure != null) {
            return aboutThis(failure.sentence());
        }
        if (overview == null) {
            return "";
        }
        String damage = overview.damage();
        if (damage != null) {
            return aboutThis(damage);
        }
        if (!error().isEmpty()) {
            return Figures.line(error(), NOTE_CHARS);
        }
        if (status() == RunStatus.WAITING) {
            int asked = overview.questions();
            return asked == 0
                    ? WORDS.text("captureRow.breakpoint")
                    : WORDS.text("captureRow.questions", asked, Integer.toString(asked));
        }
        if (overview.gaps() > 0) {
            return WORDS.text("captureRow.gaps");
        }
        return overview.events() == 0 ? WORDS.text("captureRow.empty") : "";
    }

    /// A sentence about the file, without the way to it.
    private String aboutThis(String sentence) {
        return sentence.replace(file().toString(), name());
    }

    /// Whether the note tells of something wrong.
    boolean wrong() {
        return item.failure() != null || (overview != null && overview.damage() != null);
    }

    /// Whether all these words, in small letters, stand in what the table says of it.
    boolean has(List<String> words) {
        return words.stream().allMatch(found::contains);
    }

    /// The row for those who don't see it.
    String sentence() {
        return Stream.of(name(), ended(), note())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CaptureRow row && row.item.equals(item) && row.use == use;
    }

    @Override
    public int hashCode() {
        return item.hashCode();
    }
}
